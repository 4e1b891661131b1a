import type { Catalogue } from '../phrases/catalogue'

/** Kinetics, recycling, long-term current and the zinc–nitrate battery. */
export const words: Catalogue = {
  messages: {
    'needs.kineticsWindow': '拟合范围内至少三个未剔除的时间（{series} 有 {n} 个）',
    'needs.kinetics': '三个以上时间的 NO3⁻ 读数：{why:phrase}',
    'needs.readingTime': '一个 NO3⁻ 读数的时间（h）',
    'finding.noFirstOrder': '该系列有浓度不大于零，无法拟合一级动力学。',
    'finding.fewTimes': '只有 {n} 个时间：无法可靠判断反应级数。',
    'needs.cycles': '两个以上未剔除的循环（现有 {n} 个）',
    'needs.cycleTwice': '每个循环系列的平行编号：循环 {cycles} 做了不止一次（电解 {runs}）',
    'check.fewCycles': '只有 {n} 个循环；十个以上才能说明稳定性。',
    'check.nothingToRetain': '计入的第一个循环（循环 {cycle}）没有生成 NH₃：无法计算保持率；若该循环有误，请剔除。',
    'finding.currentFell': '{file:label} 的电流降至初始的 {value} %。',
    'needs.plainDischarge': '{file:label} 的读数需要一段中间没有充电的放电',
    'needs.znMass': '{file:label} 消耗的锌质量（Zn 质量）',
    'finding.batteryRecovery': '回到 {j} mA cm⁻² 时电池电压为 {after} V；第一次该台阶为 {before} V。',
    'finding.batteryRows': '{file:label} 有 {n} 行没有数字；容量在该处按直线积分。',
    'check.znCapacity': '{file:label} 的容量（{value} mAh g⁻¹）超过锌的理论值（819.9）：请检查锌质量。',
    'finding.battery': '{file:label} 不能使用：{why:phrase}'
  },
  phrases: {
    'Kinetics of NO₃⁻ consumption': 'NO₃⁻ 消耗动力学', 'NO₃⁻ with time': 'NO₃⁻ 随时间的变化', 'the first time': '首个时间', 'the last time': '最后时间', 'Times left out (h), as 2; 5': '剔除的时间（h），如 2; 5',
    'C/C₀ = 1 − k t (zero order, 1/h);  C = C₀ − k t (mM/h);  ln(C/C₀) = −k t (first order, 1/h)': 'C/C₀ = 1 − k t（零级，1/h）;  C = C₀ − k t（mM/h）;  ln(C/C₀) = −k t（一级，1/h）', 'seed paper, consumption of NO₃⁻ with time; Burnham & Anderson 2002 (AICc)': '原论文，NO₃⁻ 随时间的消耗；Burnham & Anderson 2002 (AICc)',
    'C₀ is the measured concentration at the first time that counts': 'C₀ 为首个计入时间的实测浓度', 'the volume stays constant; samples taken are not corrected for': '体积不变；取样量未校正', 'all times weigh the same': '各时间权重相同',
    '{order:phrase}, {n:number} times': '{order}，{n} 个时间', '{order:phrase}, {n:number} of {all:number} times': '{order}，{all} 个时间中的 {n} 个', 'pseudo-zero order on C/C₀': 'C/C₀ 的准零级', 'pseudo-zero order on C': 'C 的准零级', 'first order on ln C': 'ln C 的一级',
    'zero order fits better (AICc {zero:number} zero, {first:number} first)': '零级拟合更好（AICc：零级 {zero}，一级 {first}）', 'first order fits better (AICc {zero:number} zero, {first:number} first)': '一级拟合更好（AICc：零级 {zero}，一级 {first}）',
    'first order, k = {k:number} h⁻¹': '一级，k = {k} h⁻¹', 'zero order, k = {k:number} mM h⁻¹': '零级，k = {k} mM h⁻¹', '{name:label}: first order, k = {k:number} h⁻¹': '{name}：一级，k = {k} h⁻¹', '{name:label}: zero order, k = {k:number} mM h⁻¹': '{name}：零级，k = {k} mM h⁻¹', 'A rate constant needs at least three concentrations, got {n:number}.': '速率常数至少需要三个浓度，现有 {n} 个。', 'The first concentration must be above zero.': '首个浓度必须大于零。',
    'Recycling stability': '循环稳定性', 'Cycle': '循环', 'Cycles left out, as 1; 7': '剔除的循环，如 1; 7', 'seed paper, recycling tests; statement by the 95 % interval of the slope': '原论文循环测试；按斜率的 95 % 区间判断', 'retention = last/first cycle;  decay: slope of FE against cycle ± t₉₅·se': '保持率 = 末次/首次循环;  衰减：FE 对循环的斜率 ± t₉₅·se',
    'cycles are not replicates': '循环不是平行样', '"no significant decay" says that the 95 % interval of the slope holds zero, not that there is none': '“无显著衰减”表示斜率的 95 % 区间包含零，并非没有衰减',
    'cycle {last:number} over cycle {first:number}': '第 {last} 循环与第 {first} 循环之比', '{n:number} cycles': '{n} 个循环', 'cycle {last:number} over cycle {first:number}, {n:number} cycles': '第 {last} 循环与第 {first} 循环之比，{n} 个循环',
    'slope over {n:number} cycles, 95 % interval ±{half:number} %/cycle: {statement:phrase}': '{n} 个循环的斜率，95 % 区间 ±{half} %/循环：{statement}', 'mean {mean:number} %, RSD {rsd:number} %': '平均 {mean} %，RSD {rsd} %', '%/cycle': '%/循环',
    'fresh electrolyte ({text:label})': '更换电解液（{text}）', 'leached metal ({text:label})': '溶出金属（{text}）',
    'no significant change at 95 %': '95 % 水平无显著变化', 'no significant drift at 95 %': '95 % 水平无显著漂移', 'no significant decay at 95 %': '95 % 水平无显著衰减', 'significant decay at 95 %': '95 % 水平显著衰减', 'significant increase at 95 %': '95 % 水平显著上升', '{n:number} of {all:number} cycles do not count (hollow)': '{all} 个循环中有 {n} 个不计入（空心）',
    'Long-term current': '长时间电流', 'Current over time': '电流随时间的变化', '|i| over that of the fitted beginning': '|i| 与拟合初始值之比', 'A trace is long from': '长曲线的最短时间', 'seed paper, long-term electrolysis; statement by the 95 % interval of the slope': '原论文长时间电解；按斜率的 95 % 区间判断',
    'retention = |i| of the last twentieth over that of the first;  drift = slope of |i| against time over |i| of the first twentieth': '保持率 = 最后二十分之一的 |i| 与最初二十分之一之比;  漂移 = |i| 对时间的斜率与最初二十分之一的 |i| 之比',
    'the trace is cut into {n:number} parts of equal time; the mean current of each is one reading': '曲线按时间等分为 {n} 段；每段平均电流为一个读数', '"no significant drift" says that the 95 % interval of the slope holds zero, not that there is none': '“无显著漂移”表示斜率的 95 % 区间包含零，并非没有漂移',
    'nothing is said of the products: a steady current may belong to another reaction': '不涉及产物：稳定的电流可能属于其他反应', 'means of {n:number} equal parts': '{n} 个等分段的平均值', 'last over first twentieth of {t:number} h': '{t} h 最后与最初二十分之一之比', 'slope over {t:number} h, 95 % interval ±{half:number} %/h: {statement:phrase}': '{t} h 内的斜率，95 % 区间 ±{half} %/h：{statement}',
    '{name:label}: {drift:number} % h⁻¹': '{name}：{drift} % h⁻¹',
    'Zn–NO₃⁻ battery': 'Zn–NO₃⁻ 电池', 'seed paper, Zn–NO₃⁻ battery': '原论文，Zn–NO₃⁻ 电池', 'Open circuit': '开路', 'Cell voltage': '电池电压', 'Discharge': '放电', 'Specific capacity': '比容量', 'Polarisation': '极化', 'Power density': '功率密度', 'Steps of current': '电流台阶', 'Discharge and charge': '充放电', 'Cycling': '循环',
    'discharge': '放电', 'charge': '充电', 'Faradaic efficiency of the discharge': '放电的法拉第效率', 'NH₃ yield of the discharge': '放电的 NH₃ 产率',
    'OCV: mean of the last 20 % of the trace;  P = |V·j| where the cell delivers;  capacity = ∫|I|dt/m_Zn;  energy = ∫|I|·V dt/m_Zn;  FE and yield as of an electrolysis, Q = ∫|I|dt': 'OCV：曲线最后 20 % 的平均值;  P = |V·j|（电池放电时）;  容量 = ∫|I|dt/m_Zn;  能量 = ∫|I|·V dt/m_Zn;  FE 和产率同电解，Q = ∫|I|dt',
    'm_Zn is the zinc consumed; 820 mAh g⁻¹ is its limit': 'm_Zn 为消耗的锌；上限 820 mAh g⁻¹', 'j per geometric area of the cathode': 'j 按阴极几何面积计', 'V is the cell voltage as recorded': 'V 为记录的电池电压', 'voltage of a step or of half a cycle: mean of its last fifth': '台阶或半个循环的电压：最后五分之一的平均值',
    'current of the sign with the higher voltage charges the cell': '电压较高的电流符号为充电', 'mean of the last 20 % of the trace, {n:number} points': '曲线最后 20 % 的平均值，{n} 个点', 'largest |V·j|, A = {area:number} cm²': '最大 |V·j|，A = {area} cm²', '∫|I|dt over {mass:number} mg Zn': '∫|I|dt，{mass} mg Zn', '∫|I|·V dt over {mass:number} mg Zn': '∫|I|·V dt，{mass} mg Zn',
    'step {i:number} of {n:number}, mean of its last fifth': '第 {i}/{n} 个台阶，最后五分之一的平均值', 'cycle {i:number} of {n:number}, {how:phrase}': '第 {i}/{n} 循环，{how}', 'mean of the last fifth': '最后五分之一的平均值', '∫|I|·V dt of the discharge over that of the charge': '放电与充电的 ∫|I|·V dt 之比', 'Faraday: 819.9 mAh g⁻¹ Zn': '法拉第定律：819.9 mAh g⁻¹ Zn',
    'the unit "{unit}" of {column:label} is not known.': '{column} 的单位“{unit}”无法识别。', 'an open-circuit trace needs a voltage column with five points or more.': '开路曲线需要五个点以上的电压列。', 'the last fifth of the open-circuit trace holds fewer than two points.': '开路曲线最后五分之一不足两个点。',
    'a polarisation curve needs a voltage and a current column.': '极化曲线需要电压列和电流列。', 'the polarisation curve holds no point at which the cell delivers power.': '极化曲线上没有电池输出功率的点。', 'a discharge needs a time and a current column.': '放电曲线需要时间列和电流列。', 'steps of current need a time, a voltage and a current column.': '电流台阶需要时间列、电压列和电流列。'
  }
}
