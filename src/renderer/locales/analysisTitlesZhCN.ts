/** Titles of the cards by analysis; the English ones stand in the analyses. */
export const analysisTitlesZhCN: Readonly<Record<string, { readonly title: string }>> = {
  'faradaic-efficiency': { title: '法拉第效率' },
  'ammonia-yield': { title: 'NH₃ 产率' },
  'linear-sweep': { title: '线性扫描伏安' },
  'tafel-slope': { title: 'Tafel 斜率' },
  'partial-current': { title: '分电流密度' },
  'nitrite-ratio': { title: 'NO₂⁻ 与 NH₃ 之比' },
  'nitrogen-balance': { title: '转化率、选择性与氮平衡' },
  kinetics: { title: 'NO₃⁻ 消耗动力学' },
  'condition-series': { title: '条件系列' },
  'recycling-stability': { title: '循环稳定性' },
  'double-layer-capacitance': { title: '双电层电容与 ECSA' },
  impedance: { title: '阻抗' },
  'zn-nitrate-battery': { title: 'Zn–NO₃⁻ 电池' },
  'electrolysis-charge': { title: '电解:电荷量与电流' },
  calibration: { title: '标准曲线' },
  'd-band-pdos': { title: 'DFT d 带中心' },
  'compare-faradaic-efficiency': { title: 'NH₃ 法拉第效率' },
  'compare-yield': { title: 'NH₃ 产率' },
  'compare-linear-sweep': { title: '有无 NO₃⁻ 的线性扫描' },
  'performance-radar': { title: '雷达图与排名' },
  'compare-pdos': { title: 'd 态投影态密度' }
}
