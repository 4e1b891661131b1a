import type { Words } from './en'

export const zhCN: Words = {
  figure: {
    title: '保存图片', words: '图中文字', words_window: '与界面相同', words_en: '英文', size: '尺寸', single: '单栏，8.5 cm', double: '双栏，17.8 cm', slide: '幻灯片，25.4 cm', columns: '每行子图', panels: '子图', limits: '坐标范围', xMin: 'x 起', xMax: 'x 止', yMin: 'y 起', yMax: 'y 止',
    asSeen: '与屏幕一致', save: '保存 {format}', preview: '图片预览', png: 'PNG，600 dpi', none: '请至少选择一个子图。',
    from: '添加自', here: '当前视图', chosen: '已选子图', label: '{title} 的标签', up: '上移 {title}', remove: '移除 {title}'
  },
  start: {
    opening: '正在打开 …',
    intro: '监视仪器写入数据的文件夹，自动读取每个文件，得到法拉第效率、产率、动力学和 d 带中心，每个数字都可追溯到原始文件。', sample: '打开示例项目', sampleHint: '六种催化剂，由论文数据模拟', create: '新建项目', createHint: '一个文件保存全部内容，然后选择仪器文件夹',
    open: '打开项目', openHint: '.rum 文件，也可来自其他电脑', recent: '最近的项目', gone: '已不存在', drop: '文件只读取，从不移动或更改。完全离线工作。'
  },
  nav: {
    label: '视图与催化剂',
    catalysts: '催化剂', comparison: '对比', inbox: '收件箱', runSheet: '实验记录表', findings: '检查结果', folders: '文件夹', settings: '设置', fold: '折叠侧栏', unfold: '展开侧栏', isNew: '新', entries: '{n} 个测量与读数', findingsOf: '{n} 条检查结果待查看' },
  watch: { watching: '正在监视 {n} 个文件夹', paused: '监视已暂停', trouble: '出现问题', none: '未监视文件夹' },
  top: {
    failed: '窗口出现意外错误，已记入日志；数据不受影响。若再次出现，请用“帮助 › 复制诊断信息”。', dismiss: '关闭', readOnly: '只读', readOnlyHint: '另一个程序正在使用此项目；只能查看，不能更改。', exportMore: '更多导出', toLight: '切换到浅色', toDark: '切换到深色', noChart: '请先选择一张卡片：单击或按 Tab 键。', copied: '已复制', savedAlready: '已保存：每次更改都会立即保存。',
    undo: '撤销', undoWhat: '撤销：{what}', redo: '重做', redoWhat: '重做：{what}', export: '导出', excel: 'Excel 汇总', template: '填写自己的工作簿', dataPackage: '数据包 (FAIR)', report: '{what} 报告 ({format})', exportRunSheet: '实验记录表模板', table: { energies: '待填能量表', sampleRecord: '待填样品记录', literature: '待填文献表' }, theme: '主题', light: '浅色', dark: '深色', system: '跟随系统', language: '语言', history: '历史', simulated: '模拟数据', simulatedHint: '这些数据由程序根据已发表的数字生成，并非实测。',
    wrote: '已写入 {path}', wroteBeside: '{held} 已在其他程序中打开，保持不变；已改为写入 {path}。', close: '关闭项目', files: '{n} 个文件'
  },
  progress: { scan: '正在扫描文件夹', read: '正在读取文件', export: '正在写入 Excel 文件', cancel: '取消', of: '{done} / {total}' },
  catalyst: {
    noTabHint: '读取此类文件后，卡片会出现在这里。', none: '没有显示任何催化剂。', noneHint: '全部已隐藏；可在设置中重新显示。', best: '最高 {metric}', vsRhe: 'vs RHE', nitrate: '{c} M NO₃⁻', oneOf: '{n} 个之一', keyNumbers: '关键数值',
    performance: '性能', mechanism: '机理', at: '{E} V vs RHE', empty: '还没有 {name} 的测量。', emptyHint: '在文件名、文件夹名({example})或实验记录表中写入名称，新文件会自动出现在这里。', noTab: '还没有此类数据。', fillIn: '在此填写：', nothing: '尚无数据：{titles}', addFolder: '监视文件夹', openInbox: '查看收件箱'
  },
  report: {
    methods: '方法', files: '文件', file: '文件', reader: '格式', feeds: '用于', needs: '缺少', more: '另有 {n} 行，见数据包', none: '无',
    uncertainty: '± 为标准不确定度 (k = 1)', computed: '按 {equation} 计算（依据：{source}）。', assumed: '假设：{list}。', settings: '设置：{list}。', setting: '{label} {value}'
  },
  comparison: {
    emptyHint: '监视第二种催化剂的文件夹，或将其文件拖到这里。',
    title: '对比', empty: '有两种以上催化剂的结果后，会在这里对比。', show: '显示 {name}', all: '全部' },
  inbox: {
    title: '收件箱', search: '在名称和原因中查找', all: '全部', name: '名称', became: '结果', state: '状态', time: '时间', empty: '还没有文件。', emptyHint: '监视仪器写入的文件夹，或将文件拖到窗口任意位置。', more: '另有 {n} 个较早的文件未列出：请搜索名称或选择状态。', noneOfFilter: '没有符合的文件。', selected: '已选择 {n} 个文件', forAll: '此处的操作用于所选的全部文件，可一次撤销。', different: '各不相同', inPlaces: '共 {n} 处', withoutCatalyst: '无催化剂', select: '选择一个文件查看其结果。', retry: '重新读取', ignore: '忽略', use: '重新使用', showInFolder: '在文件夹中显示', assign: '催化剂',
    readAs: '读取为', asRecognised: '按识别结果', which: '有几种格式都适合此文件。哪一种是对的？答案会用于以后的同类文件。', answered: '有几种格式都适合此文件；已按您对同类文件的回答读取。', because: '识别依据：{why}。', places: '位置', hash: 'SHA-256', problems: '提示', datasets: '数据集', preview: '前几行', nameColumns: '命名各列', apply: '按这些列读取', column: '第 {n} 列', table: '第 {n} 个表', tableOf: '{n} 个表之一', whichTechnique: '测量方法？', quantity: '物理量', unit: '单位', rows: '{n} 行',
    status: { ok: '已读取', partial: '部分读取', duplicate: '重复', ignored: '已忽略', unrecognised: '无法识别', asks: '请选择格式', error: '无法读取', waiting: '等待中', missing: '已消失' }
  },
  runSheet: {
    title: '实验记录表', search: '在名称和条件中查找', columns: '列', entry: '文件或读数', reading: '读数', empty: '还没有可编辑的内容。', emptyHint: '读取文件后，测量和记录表的行会出现在这里。', hint: 'Enter 或双击编辑，Delete 恢复来源值，Shift 选择多个；单元格可像电子表格一样复制粘贴。', beyond: '{n} 个粘贴的单元格超出表格，已略去。',
    origin: { edit: '在程序中编辑', runSheet: '实验记录表', fileName: '文件名', folderName: '文件夹名', header: '文件头', projectDefault: '项目默认值' }, byTemplate: '文件名，按模板 {template} 读取', byTemplateShort: '模板', originShort: { edit: '编辑', runSheet: '表', fileName: '名', folderName: '夹', header: '头', projectDefault: '默认' },
    whichTime: '“{text}”可能是时:分或分:秒；请写成 h:mm:ss 或数字。', notNumber: '“{text}”不是数字；请用点或逗号作小数点。', wanted: '需要填写：{n} 项', showAll: '显示全部',   },
  findings: {
    rule: '规则 {rule}：{source}', entries: '{n} 个测量与读数', emptyHint: '每当数值变化，规则都会重新检查。', toNumbers: '查看数值',
    title: '检查结果', empty: '没有发现问题。所有数字都通过了相应检查。', level: { error: '错误', warning: '警告', note: '提示' }, project: '整个项目', acknowledge: '确认', acknowledgeAll: '确认这 {n} 条', more: '另有 {n} 条相同提示', fewer: '收起', reason: '理由', withdraw: '撤回', acknowledged: '已确认：{reason}', intro: '检查结果从不更改或隐藏数字。' },
  folders: {
    state: { watching: '监视中', paused: '已暂停', trouble: '出现问题', none: '未监视' },
    title: '文件夹', add: '监视文件夹', rescan: '立即检查更改', empty: '未监视任何文件夹。', emptyHint: '选择仪器写入数据的位置。文件只读取，原件从不改动。', pause: '已暂停', polling: '网络共享（轮询）', archive: '保留每个原件的副本', remove: '停止监视', lastScan: '上次扫描 {time}', never: '尚未扫描',
    names: {
      title: '文件名', byWords: '按词读取', byTemplate: '按模板读取', without: '排除：', change: '模板与规则 …', template: '文件名模板', empty: '留空：按词读取名称，顺序不限', fields: '模板字段', more: '更多字段', fewer: '更少字段', nothing: '名称中不含信息的部分',
      numbers: '字段之间的文字也须出现在名称中。没有单位的数字按字段的单位（电位 V、时间 h、扫速 mV/s），符号照写：{plain} 即 +{plain} V，未写参比电极时相对 RHE。{negative} 把没有符号的数字视为负数，{minutes} 以分钟计。',
      ignore: '排除的文件，每行一条规则', patterns: '{any} 任意文字，{one} 一个字符，{folders} 任意文件夹；不分大小写。没有斜杠的规则指任何文件夹中的文件名，有斜杠的指从此文件夹开始的路径。被排除的文件列在收件箱中。',
      fit: '{of} 个测量文件中 {n} 个符合', measured: '{n} 个测量文件', ignored: '{of} 个文件中排除 {n} 个', part: '仅看前 {n} 个文件', leftOut: '排除规则', saysNothing: '无信息', noFiles: '此文件夹还没有测量文件。', apply: '应用', cancel: '取消', nothingLost: '不重新读取任何文件，可以撤销。', open: '更改排除规则'
    }
  },
  settings: {
    title: '设置', cell: '电解池与电解质', cellHint: '对没有更近说明的文件有效。留空表示：未说明。', references: '参比电极', referencesHint: '相对 SHE 的 E°(V)。各实验室不同，请填入您校准的值。', shipped: '{value} V（随程序提供）', analyses: '分析', rules: '合理性规则', rulesHint: '本程序自定的阈值，各实验室可以不同。清空即恢复默认值。', catalysts: '催化剂', look: '外观', themeLabel: '主题', languageLabel: '语言', archived: '隐藏', notStated: '未说明', background: '没有窗口时', keepWatching: '关闭窗口后继续监视', notifications: '没有窗口时通知新到的文件（每分钟至多一次）', startAtLogin: '随计算机启动，并打开上次的项目',
    about: 'RuM Workbench {version} · Electron {electron} · {platform}'
  },
  trace: {
    term: { charge_C: '电荷量', concentration_ug_mL: '浓度', basisFactor: '换算系数', dilution: '稀释倍数', blank_ug_mL: '空白', volume_mL: '体积', time_h: '时间', mass_mg: '质量', area_cm2: '面积', molarMass_g_mol: '摩尔质量', electrons: '电子数', faradaicEfficiency_percent: 'FE', j_mA_cm2: 'j', absorbance: '吸光度', firstState_eV: '初始态' },
    sd: '标准偏差', title: '这个数字的来源', conditions: '条件', method: '方法', equation: '公式', terms: '计算所用的数', budget: '不确定度分量', files: '文件和行', settings: '设置', version: '由 {version} 计算', close: '关闭', showInFolder: '在文件夹中显示', n: 'n = {n}', noU: '无法给出不确定度' },
  history: { title: '历史', empty: '还没有任何更改。', undone: '已撤销' },
  help: {
    shortcuts: '键盘快捷键', about: '关于', licences: '许可证', licencesText: '本程序包含 {n} 个软件包，其许可证要求署名。Chromium 的许可证在程序旁边 (LICENSES.chromium.html)。', licenceHolder: '{licence}，{holder}；该软件包没有附带许可证全文。', noLicences: '构建程序时生成此列表。', list: { undo: '撤销', redo: '重做', performance: '性能页', mechanism: '机理页', comparison: '对比', runSheet: '实验记录表', inbox: '收件箱', folders: '文件夹', settings: '设置', excel: 'Excel 汇总', find: '在当前视图中查找', rescan: '检查更改', chart: '图表中：方向键平移，+ 和 − 缩放，0 复位', pin: '图表中：固定所读的点，用来读取差值；再次单击取消', handle: '图中蓝线：移动，按 Shift 步长更大；Esc 放弃', points: '图中数据点（Tab）：逐点移动，剔除或恢复', stretch: 'i–t 曲线：剔除一段', several: '在收件箱中：选择多个文件；Shift 选择其间全部' },
    diagnostics: '复制诊断信息', diagnosticsCopied: '版本、计数和日志已复制到剪贴板，不含任何实验数据。', aboutText: '把仪器文件变成硝酸根还原论文中的数字和图。MIT 许可。离线工作：数据不离开本机。'
  },
  drop: '松开以读取文件或文件夹',
  field: {
    file: '文件', catalyst: '催化剂', technique: '技术', run: '电解编号', role: '角色', analyte: '分析物', potential_V: '电位 / V', reference: '参比电极', pH: 'pH', pHAfter: '电解后 pH', temperature_C: '温度 / °C', electrolyte: '电解质', nitrate_M: '硝酸根 / M', area_cm2: '面积 / cm²', loading_mg_cm2: '载量 / mg cm⁻²', mass_mg: '质量 / mg',
    volume_mL: '体积 / mL', dilution: '稀释倍数', time_h: '时间 / h', absorbance: '吸光度', concentration_ug_mL: '浓度 / µg mL⁻¹', basis: '浓度基准', calibration: '校准曲线', wavelength_nm: '波长 / nm', waitTime_min: '显色时间 / min', samplePH: '样品显色 pH', counterElectrode: '对电极', membrane: '隔膜', trap: 'NH₃ 吸收', cell: '电解池类型', normalisation: '归一化', freshElectrolyte: '更换电解液', leached: '金属溶出 (ICP)', ru_ohm: 'Rᵤ / Ω', irFraction: 'iR 补偿比例', scanRate_mV_s: '扫速 / mV s⁻¹', replicate: '平行样', cycle: '循环', znMass_mg: 'Zn 质量 / mg', flow_mL_min: '流量 / mL min⁻¹', h2_ppm: 'H₂ / ppm', note: '备注'
  }
}
