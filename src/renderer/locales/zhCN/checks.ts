import type { Catalogue } from '../phrases/catalogue'

/** Plausibility rules. Those that are quoted in a table, too, stand among the phrases. */
export const words: Catalogue = {
  messages: {
    'check.feSum.error': '{where:label} 的各法拉第效率之和为 {value} %，超过电荷量所允许的值。',
    'check.feSum.warning': '{where:label} 的各法拉第效率之和为 {value} %：有产物（H₂、N₂ 等）未测，或有损失。',
    'check.feSum.note': '{where:label} 的各法拉第效率之和为 {value} %：有产物（H₂、N₂ 等）未测，或有损失。',
    'check.r2': '{analyte} 校准曲线的 r² = {r2}，低于 0.999。',
    'check.fewStandards': '{analyte} 校准曲线的标准样只有 {n} 种浓度；通常需要五种以上。',
    'check.irFraction': '{file:label}：iR 补偿比例 {fraction} 超过了全部 R_u；它应是 0 到 1 之间的数。',
    'check.resistanceDiffers': '{file:label} 按 R_u = {ru} Ω 补偿，但阻抗给出 R_s = {rs} Ω：哪一个属于此电极？',
    'check.irTwice': '{file:label} 测量时已启用仪器 iR 补偿，实验记录表又再次补偿：请清空其中之一。',
    'check.feAbove100': '{where:label} 的 {metric:label} = {value} %，超过 100 % 达 2u 以上（u = {u} %）：请检查电荷量、稀释倍数、体积和校准。',
    'check.feAbove100Unknown': '{where:label} 的 {metric:label} = {value} %，超过 100 %，且其不确定度未知：请检查电荷量、稀释倍数、体积和校准。',
    'check.emptyPotential': '{file:label} 的电位列“{column}”在全部 {rows} 行中均为 {value}：请连同实测电位重新导出文件。',
    'check.fewReplicates': '{potentials:label} V 处平行样不足三个。',
    'check.highConversion': '硝酸根已消耗 {value} %（{where:label}）：FE 和产率是浓度下降过程中的平均值。',
    'check.noBlank': '没有 NH3 空白记录：来自空气和试剂的 NH₃ 会被计为产物。',
    'check.noBlankUsed': '虽有 NH3 空白记录，但未从任何样品中扣除：来自空气和试剂的 NH₃ 会被计为产物。',
    'check.unusedBlank': '{place:label} 的 {analyte} 空白未从任何样品中扣除：没有样品与它的电解编号相同，也没有与它的催化剂、电位、平行样和循环相同的样品，或它们都有更近的空白。',
    'check.blankAnalyte': '{place:label} 的空白未从任何样品中扣除：其分析物（NH3、NO2、NO3）未写明或无法识别。',
    'check.no15N': '没有 ¹⁵N 同位素验证记录。',
    'check.noControl': '没有 {catalyst} 的无硝酸根对照记录。',
    'check.replicateSpread': '{where:label} 的{name:label}是其平行样的 {factor} 倍：请在实验记录表中比较这些实验的面积、体积、稀释倍数、时间和吸光度。',
    'check.runDisagrees': '电解 {run} 的{field:phrase}在 {placeA:label} 为 {a}，在 {placeB:label} 为 {b}；只有其一进入结果：请更正另一个。',
    'check.rowWithoutFile': '{where:label} 写有文件 {file:label}，但项目中（尚）没有：请检查拼写。',
    'check.secondReading': '{where:label} 为 {file:label} 另写了一个读数，不能与前面一行的读数同时计入：请清空该行的文件单元格，并写明电解编号，或催化剂、电位与平行样。',
    'check.unnamedColumns': '{file:label} 标明为 {technique}，但没有哪一列可识别为 {quantities:label}：请在收件箱中命名各列。',
    'check.catalystSpelling': '{name:label}（{where:label}）在别处写作 {usual:label}：是一种还是两种催化剂？若是同一种，请统一名称。',
    'check.rowAmbiguous': '{where:label} 写有 {file:label}，但有多个同名文件：请同时写出文件夹。',
    'finding.analysisFailed': '“{title:phrase}”无法计算：{why:phrase}。'
  },
  phrases: {
    '{catalyst} makes NH₃ with {fe:number} % at {potential:number} V, although its onset is {onset:number} V: check onset, reference electrode and pH.': '{catalyst} 在 {potential} V 生成 NH₃（{fe} %），而其起始电位为 {onset} V：请检查起始电位、参比电极和 pH。',
    '{band} at {position:number} cm⁻¹ lies {distance:number} cm⁻¹ from the {carbon:label} at {other:number} cm⁻¹: its assignment needs the shape of both.': '{position} cm⁻¹ 处的 {band} 距 {other} cm⁻¹ 处的 {carbon} 仅 {distance} cm⁻¹：其归属需要两者的峰形。',
    'k = {value:number} {unit} of {catalyst} is called zero order, but a zero-order constant has a concentration in its unit (mM/h); {unit2} holds for first order or for C/C₀ only.': '{catalyst} 的 k = {value} {unit} 称为零级，但零级常数的单位应含浓度（mM/h）；{unit2} 只适用于一级或 C/C₀。',
    '"{claim}" ({where:label}), but {catalyst} has {value:number} nm, more than the {reference:number} nm of {referenceName}: that is an expansion by {strain:number} %.': '“{claim}”（{where}），但 {catalyst} 为 {value} nm，大于 {referenceName} 的 {reference} nm：即膨胀 {strain} %。',
    '{claim}: {units:label} are different things; without loading and area neither can be made of the other.': '{claim}：{units} 是不同的量；没有载量和面积无法互换。',
    '{claim} for {catalyst} ({where:label}) although its FE of NH₃ is {fe:number} % at {potential} V: nothing is left for a by-product there.': '“{claim}”：{catalyst}（{where}），但其 NH₃ 的 FE 在 {potential} V 为 {fe} %：没有余量给副产物。',
    '"{claim}" ({where:label}), but by {metric:label} it is {inverted:label}: {values:label}.': '“{claim}”（{where}），但按{metric}应为 {inverted}：{values}。',
    '"{claim}" ({where:label}), but {inverted:label} stand the other way round: Spearman {rho:number} with n = {n:number}, not 1.': '“{claim}”（{where}），但 {inverted} 顺序相反：Spearman {rho}，n = {n}，而不是 1。',
    'mean of {n:number}': '{n} 次平均', 'a run': '一次实验', 'replicate {replicate}': '平行样 {replicate}', '{which:label} at {potential:number} V': '{which}（{potential} V）', 'run {run}': '电解 {run}', 'row {row:number}': '第 {row} 行', 'file name': '文件名', 'folder name': '文件夹名', 'header of the file': '文件头', 'edited in the app': '在程序中编辑', 'project default': '项目默认值',
    'within ±30 cm⁻¹ (our own threshold)': '±30 cm⁻¹ 以内（本程序阈值）', 'Faraday; 100 % + 2u': '法拉第定律；100 % + 2u', '90–110 %, editable rule of this program': '90–110 %，本程序的可编辑规则', 'differ by more than 10 % (our own threshold)': '相差超过 10 %（本程序阈值）', 'more than 20 % (our own threshold)': '超过 20 %（本程序阈值）', 'more than a factor of two (our own threshold)': '超过两倍（本程序阈值）', 'run sheet': '实验记录表',
    'Smith & Dickinson, Nat. Commun. 13 (2022) 6832: report independent repeats': 'Smith & Dickinson, Nat. Commun. 13 (2022) 6832：应报告独立重复', 'Andersen et al., Nature 570 (2019) 504: control experiments': 'Andersen et al., Nature 570 (2019) 504：对照实验', 'identity: no product without current': '恒等：无电流则无产物', 'dimensions: dC/dt = −k': '量纲：dC/dt = −k', 'recomputed from the stored numbers': '由存储的数值重新计算',
    'Gamry Framework documentation: Vf is corrected already where IR compensation is chosen; Anantharaj & Noda, J. Mater. Chem. A 10 (2022) 9348': 'Gamry Framework 文档：选择 IR 补偿时 Vf 已经校正；Anantharaj & Noda, J. Mater. Chem. A 10 (2022) 9348', 'ixdat issues 84 and 180': 'ixdat issues 84 与 180',
    'potential (V)': '电位 (V)', 'volume (mL)': '体积 (mL)', 'area (cm2)': '面积 (cm2)', 'time (h)': '时间 (h)', 'nitrate (M)': '硝酸根 (M)', 'loading (mg/cm2)': '载量 (mg/cm2)', 'mass (mg)': '质量 (mg)', 'temperature (C)': '温度 (C)', 'catalyst mass (mg)': '催化剂质量 (mg)',
    'fe_nh3': 'FE(NH₃)', 'fe_no2': 'FE(NO₂⁻)', 'fe_h2': 'FE(H₂)', 'fe_sum': 'ΣFE', 'yield_nh3_mass': 'NH₃ 产率', 'tafel_slope': '塔菲尔斜率', 'lattice_spacing': '晶面间距', 'k_zero': 'k₀', 'k_first': 'k₁', 'd_band_centre_dft': 'd 带中心'
  }
}
