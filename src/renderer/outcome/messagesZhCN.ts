import type { messagesEn } from './messagesEn'

type SameShape<T> = { [K in keyof T]: T[K] extends string ? string : SameShape<T[K]> }
interface Names { readonly card: { readonly metric: Readonly<Record<string, string>>; readonly condition: Readonly<Record<string, string>> } }

/** Metrics whose English name is a word; symbols are the same in every language. */
export const messagesZhCN = {
  card: {
    onlyFor: '仅用于 {catalyst}；否则用于所有催化剂',
    ownSettings: '仅 {catalyst}：',
    allSettings: '所有催化剂：',
    applyToAll: '应用于所有催化剂',
    backToDefault: '恢复默认',
    asOthers: '与其他催化剂相同',
    zero: '0：{meaning}',
    none: '无',
    nothing: '项目中暂无此类数据',
    needs: '缺少 {n} 项输入',
    eachFile: '{n} 个文件各自', eachRun: '{n} 次电解各自', eachEntry: '{n} 个文件和电解各自', which: '是哪些',
    where: { runSheet: '实验记录表', settings: '设置', folders: '文件夹', inbox: '收件箱', card: '填写' },
    fillIn: '填写…',
    fillInOf: '填写：{title}',
    howComputed: '计算方法',
    howComputedOf: '{title}的计算方法',
    source: '出处',
    assumes: '前提',
    version: '版本',
    inputs: '来自 {n} 个文件',
    settings: '设置',
    menu: '{title}：更多',
    menuHint: '更多',
    copyImage: '复制图为 PNG',
    copyText: '复制数据',
    results: '结果',
    catalyst: '催化剂',
    allRows: '显示全部 {n} 行',
    saveFigure: '保存图片…',
    singleRuns: '{n} 次单独实验',
    replicate: '重复 {name}',
    whereFrom: '{metric} {value}：来源？',
    whereFromHint: '来源？',
    level: { error: '错误：', warning: '警告：', note: '提示：' },
    rule: '规则 {rule} · {source}', moreFindings: '另有 {n} 条相同提示',
    condition: { run: '实验', replicate: '重复', cycle: '循环', role: '类型', species: '物种', band: '谱带', line: '谱线', analyte: '分析物', measure: '量', adduct: '加合物', component: '组分', by: '按', method: '方法', plane: '晶面', state: '状态', step: '步骤', pathway: '路径', calibration: '校准曲线', from: '起', to: '止', site: '位点', electrons: '电子数', file: '文件', window: '窗口', orbital: '轨道', spin: '自旋', basis: '基准' },
    metric: {
      onset: '起始电位', tafel_slope: '塔菲尔斜率', charge: '电量', j_mean: '平均 j', nh3_mass: 'NH₃ 质量', yield_nh3_mass: 'NH₃ 产率', yield_nh3_area: 'NH₃ 产率（面积）',
      yield_nh3_molar: 'NH₃ 产率（摩尔）', selectivity_nh3: 'NH₃ 选择性', conversion: 'NO₃⁻ 转化率', n_balance: '氮平衡', roughness_factor: '粗糙因子',
      retention_fe: 'FE 保持率', retention_yield: '产率保持率', decay_fe_per_cycle: 'FE 衰减', retention_current: '电流保持率', drift_current: '电流漂移', ocv: '开路电压', peak_power: '峰值功率密度', j_at_peak_power: '峰值功率处 j',
      specific_capacity: '比容量', energy_density: '能量密度', discharge_voltage: '放电电压', charge_voltage: '充电电压', energy_efficiency: '能量效率', n15_agreement: 'NH₃:核磁/测定', nmr_15n_share: '¹⁵N 份额', nmr_nh4: '核磁 NH₄⁺', cal_slope: '校准斜率', cal_intercept: '校准截距', cal_lod: '检出限', cal_loq: '定量限',
      d_band_centre_dft: 'd 带中心', d_band_width_dft: 'd 带宽度', d_band_upper_edge_dft: 'd 带上边缘', d_band_filling_dft: 'd 带填充', d_band_skewness_dft: 'd 带偏度', d_band_kurtosis_dft: 'd 带峰度', d_band_centre_up_dft: 'd 带中心（自旋向上）', d_band_centre_down_dft: 'd 带中心（自旋向下）', d_band_centre_effective_dft: '有效 d 带中心', d_band_centre_window_dft: 'd 带中心，窗口', d_band_centre_xps: 'd 带中心（XPS）', charge_displaced: '转移电荷', composition: '组成', fringe_spacing: '条纹间距', adsorption_free_energy: '吸附自由能 ΔG',
      adsorption_energy: '吸附能', limiting_potential: '极限电位', band_position: '谱带位置', band_intensity: '谱带强度', band_onset: '谱带起始', epr_intensity: 'EPR 强度',
      xps_position: 'XPS 峰位', xps_shift: 'XPS 位移', xps_fwhm: '半高宽', xps_area: '面积 (XPS)', xps_share: '区域占比', lattice_spacing: '晶面间距', crystallite_size: '晶粒尺寸'
    }
  },
  table: {
    hint: '文件中的行已在此列出；您修改或添加的内容保存在项目中，并优先于文件。可从电子表格粘贴。没有数值的行不会保存。',
    needed: '必填', notNumber: '不是数字', insert: '在下方插入一行', remove: '删除此行（文件中的行会恢复）', cancel: '取消', save: '保存',
    count: '已填写 {n} 行', bad: '{n} 行缺少内容或数字有误（已标出）',
    column: { part: '类别', name: '项目', value: '数值', unit: '单位', method: '方法', batch: '批次', note: '备注', pathway: '路径', species: '状态', electrons: '累计电子数', E: '或 ΔE', correction: '校正', source: '校正来源' }
  },
  chart: {
    label: '图：{title}。{y} 对 {x}，{count} 个系列。方向键平移，加减号缩放，0 显示全部；其后有数据表。',
    legend: '系列',
    curves: '{n} 条曲线',
    legendHint: '单击：隐藏或显示。双击：只看此项。',
    pickHint: '单击数据点：剔除或恢复',
    stretchHint: '沿曲线 Ctrl + 拖动：剔除该段；Ctrl + 单击：恢复',
    pointIn: '{series}：{x} 处 {y}，计入。按 Enter 剔除，方向键转到其他点。',
    pointOut: '{series}：{x} 处 {y}，已剔除。按 Enter 恢复，方向键转到其他点。',
    view: '显示方式', logX: 'x 轴对数', logY: 'y 轴对数', errorBars: '误差棒',
    difference: '相对于固定点',
    dataTable: '数据表',
    everyNthRow: '显示 {total} 行中的 {shown} 行；复制数据可得全部',
    thinned: '由 {rows} 个点绘制，峰值全部保留',
    enlarge: '放大',
    ways: '滚轮缩放，拖动平移，Shift + 拖动框选放大，双击显示全部；单击固定所读的点，以便读取与它的差值',
    notOnLog: '{rows} 个非正值无法显示在对数轴上'
  }
} satisfies SameShape<typeof messagesEn> & Names
