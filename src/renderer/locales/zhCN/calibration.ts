import type { Catalogue } from '../phrases/catalogue'

/** Standards, assays, blanks and dilutions. */
export const words: Catalogue = {
  messages: {
    'needs.standards': '至少两个浓度不同的 {analyte} 标准样',
    'needs.standardAnalyte': '{place:label} 中标准样的分析物（NH3、NO2、NO3）',
    'needs.standardConcentration': '{place:label} 中标准样的浓度',
    'needs.standardAbsorbance': '{place:label} 中标准样的吸光度或光谱',
    'needs.standardBasis': '{place:label} 中标准样浓度所指的物种（基准：NH3、NH4+、NH3-N、NO2-、…）',
    'needs.dilution': '{file:label} 中 {product} 读数的稀释倍数（未稀释填 1）',
    'needs.calibration': '{product} 的校准曲线：有浓度和吸光度的标准样',
    'needs.whichCalibration': '{file:label} 中 {product} 读数所用的校准曲线：{names:label} 之一',
    'needs.knownCalibration': '{file:label} 所写 {product} 校准曲线“{stated}”的标准样；现有 {names:label}',
    'needs.basis': '{file:label} 中浓度所指的物种（基准：NH3、NH4+、NO2-、…）',
    'needs.absorbanceAt': '{file:label} 的光谱应包含 {at:phrase}',
    'calibration.noFit': '{analyte} 的标准样不能拟合成直线：{why:phrase}请检查，或改用其他权重。',
    'calibration.slopeChanged': '{analyte} 校准曲线“{name}”的斜率与“{first}”相差 {change} %。',
    'calibration.basisAssumed': '部分 {analyte} 标准样未说明基准；其浓度按 {own} 计。',
    'calibration.basisMixed': '{analyte} 标准样的基准不一（{bases:label}）；已全部换算为 {basis}。',
    'calibration.notCovered': '{analyte} 的 {c} µg/mL 标准样光谱在 {at:phrase} 处没有吸光度；不作为校准点。',
    'note.blankDilution': '{place:label} 中的空白未说明稀释倍数；按未稀释处理。',
    'finding.aboveStandards': '{file:label} 中 {product} 的读数（A = {a}）高于最高标准样（A = {top}）：请稀释后重测。',
    'finding.belowLoq': '{file:label} 中 {product} 的读数（{c} µg/mL）低于定量限（{loq} µg/mL）。',
    'finding.belowStandards': '{file:label} 中 {product} 的读数（{c} µg/mL）低于最低标准样。',
    'finding.absorbanceAbove2': '{file:label} 的吸光度 {a} 大于 2，分光光度计已不再线性：请稀释后重测。',
    'finding.notAboveBlank': '{file:label} 的 {product} 只比空白（{blank} µg/mL）高 {net} µg/mL，未超过空白的 3 u（{limit:phrase}）：不能证明有 {product}。'
  },
  phrases: {
    'Calibration of the assays': '标准曲线', 'Calibration of {analyte}': '{analyte} 的校准曲线', 'Calibration of {analyte}, {name}': '{analyte} 的校准曲线，{name}', 'Concentration as {basis}': '浓度（以 {basis} 计）',
    'Absorbance ({read:phrase})': '吸光度（{read}）', 'standards': '标准样', 'typed in': '手工输入', 'not known': '未知', 'the wavelength of the assay': '显色法的波长', 'a wavelength': '某波长', '(without a name)': '（无名称）',
    'A = a + b·c (least squares); LOD = 3.3 s_y/b, LOQ = 10 s_y/b; s_y = √(Σ w r²/(n − 2)), weights scaled to a mean of 1': 'A = a + b·c（最小二乘）; LOD = 3.3 s_y/b，LOQ = 10 s_y/b; s_y = √(Σ w r²/(n − 2))，权重归一化为平均 1',
    'every reading of a standard is a point of its own': '标准样的每个读数都是一个独立的点', 'errors of the concentrations are small against those of the absorbances': '浓度误差远小于吸光度误差', 'standards and samples are read at the same wavelength and path length': '标准样与样品在相同波长和光程下测量',
    'without a basis the concentration is that of the analyte itself (NH₃, NO₂⁻, NO₃⁻)': '未说明基准时，浓度指分析物本身（NH₃、NO₂⁻、NO₃⁻）',
    'Assay of NH₃': 'NH₃ 显色法', 'Assay of NO₂⁻': 'NO₂⁻ 显色法', 'Wavelength of the NH₃ assay, if it is not named': 'NH₃ 显色法的波长（未指定方法时）', 'Wavelength of the NO₂⁻ assay, if it is not named': 'NO₂⁻ 显色法的波长（未指定方法时）', 'Wavelength of the NO₃⁻ assay': 'NO₃⁻ 测定波长',
    'Baseline under the NH₃ band between two wavelengths (nm), as 560-800; empty: none': 'NH₃ 谱带基线的两个波长（nm），如 560-800；留空：无', 'Baseline under the NO₂⁻ band between two wavelengths (nm), as 450-650; empty: none': 'NO₂⁻ 谱带基线的两个波长（nm），如 450-650；留空：无',
    'Wavelength subtracted twice in the NO₃⁻ assay (0: none)': 'NO₃⁻ 测定中扣除两倍的波长（0：无）', 'Weights of the standards': '标准样的权重', 'Standards left out (µg/mL), as 4 or NH3@4; NO2@0.5': '剔除的标准样（µg/mL），如 4 或 NH3@4; NO2@0.5', 'none': '无',
    'by its wavelength': '按波长', 'indophenol blue, 655 nm': '靛酚蓝法，655 nm', 'salicylate, 660 nm': '水杨酸法，660 nm', 'salicylate, 697 nm': '水杨酸法，697 nm', 'Nessler, 420 nm': '纳氏试剂法，420 nm', 'Griess, 540 nm': 'Griess 法，540 nm',
    '{nm:number} nm above a line from {from:number} to {to:number} nm': '{nm} nm，{from} 至 {to} nm 基线以上', '{nm:number} nm − 2 × {background:number} nm above a line from {from:number} to {to:number} nm': '{nm} nm − 2 × {background} nm，{from} 至 {to} nm 基线以上',
    'least squares of {n:number} standards': '{n} 个标准样的最小二乘', 'least squares of {n:number} standards ({out:number} left out)': '{n} 个标准样的最小二乘（剔除 {out} 个）',
    '{line:phrase}, weights {weights:phrase}, concentration as {basis}, absorbance typed in': '{line}，权重 {weights}，浓度以 {basis} 计，吸光度手工输入', '{line:phrase}, weights {weights:phrase}, concentration as {basis}, absorbance at {at:phrase}': '{line}，权重 {weights}，浓度以 {basis} 计，吸光度取自 {at}',
    'the baseline "{text}" is no pair of wavelengths on both sides of {nm:number} nm; write it like {from}-{to}': '基线“{text}”不是 {nm} nm 两侧的一对波长；请写成 {from}-{to}',
    'The absorbance of the standards does not change with concentration.': '标准样的吸光度不随浓度变化。', 'The calibration of {analyte} does not hold {key}.': '{analyte} 的校准曲线中没有 {key}。',
    'A line needs at least two points with x and y, got {n:number} and {m:number}.': '直线至少需要两个同时有 x 和 y 的点，而现在为 {n} 和 {m} 个。', 'A line needs finite numbers.': '直线拟合需要有限的数字。', 'Weights of a line must be positive.': '直线拟合的权重必须为正。', 'A line needs at least two different x values.': '直线拟合至少需要两个不同的 x 值。',
    'r² ≥ 0.999, 5 standards (usual practice)': 'r² ≥ 0.999，5 个标准样（通行做法）'
  },
  asTheyAre: ['ICH Q2(R1) 6.3, 7.3; IUPAC calibration, Pure Appl. Chem. 70 (1998) 993']
}
