import type { FieldKey } from '../../metadata/fields'

type Names = Readonly<Partial<Record<FieldKey, readonly string[]>>>

const english: Names = {
  file: ['filename', 'file path'],
  catalyst: ['catalyst name'],
  run: ['run id', 'run no', 'run name'],
  potential_V: ['applied potential', 'set potential', 'working potential'],
  reference: ['reference electrode', 'ref electrode', 'ref'],
  pHAfter: ['final ph', 'ph final', 'end ph', 'ph end', 'ph post', 'ph after electrolysis', 'ph after the electrolysis', 'ph at end'],
  wavelength_nm: ['assay wavelength', 'absorption wavelength'],
  waitTime_min: ['waiting time', 'colour development time', 'color development time', 'development time', 'colour development', 'color development', 'incubation time'],
  samplePH: ['ph of sample', 'ph of the sample', 'ph of samples', 'ph sample', 'assay ph', 'ph of assay', 'ph neutralised', 'ph neutralized', 'neutralised ph', 'neutralized ph', 'ph after neutralisation', 'ph after neutralization'],
  counterElectrode: ['counter', 'counter electrode material', 'auxiliary electrode'],
  membrane: ['separator', 'cell separator', 'diaphragm', 'membrane type', 'separator type'],
  trap: ['acid trap', 'nh3 trap', 'ammonia trap', 'gas trap', 'off gas trap'],
  temperature_C: ['temp'],
  nitrate_M: ['no3', 'nitrate concentration', 'no3 concentration'],
  area_cm2: ['electrode area', 'geometric area'],
  loading_mg_cm2: ['catalyst loading', 'mass loading'],
  mass_mg: ['catalyst mass'],
  volume_mL: ['vol', 'electrolyte volume'],
  dilution: ['dilution factor'],
  time_h: ['duration', 'electrolysis time'],
  absorbance: ['abs'],
  concentration_ug_mL: ['conc'],
  calibration: ['calibration name', 'calibration set', 'standard series'],
  ru_ohm: ['uncompensated resistance', 'solution resistance'],
  irFraction: ['ir compensation', 'ir'],
  replicate: ['rep', 'replicate no', 'replicate number'],
  cycle: ['cycle no', 'cycle number'],
  znMass_mg: ['mass zn', 'zinc mass'],
  flow_mL_min: ['flow rate', 'gas flow'],
  note: ['comment', 'remark']
}

/** 'Ladung' (charge, and in some labs loading) and 'Probe' (catalyst or run) say two things, and are none of them. */
const german: Names = {
  file: ['datei', 'dateiname'],
  catalyst: ['katalysator', 'katalysatoren'],
  technique: ['technik', 'methode', 'messmethode'],
  run: ['lauf', 'laufnummer', 'elektrolysenummer'],
  role: ['rolle'],
  analyte: ['analyt'],
  potential_V: ['angelegtes potential', 'arbeitspotential', 'potenzial', 'potentiale'],
  reference: ['referenz', 'referenzelektrode', 'bezugselektrode'],
  pHAfter: ['ph nachher', 'ph danach', 'ph nach elektrolyse', 'ph nach der elektrolyse', 'ph ende', 'end-ph'],
  wavelength_nm: ['wellenlänge'],
  waitTime_min: ['wartezeit', 'farbentwicklungszeit', 'entwicklungszeit'],
  samplePH: ['ph der probe', 'proben-ph', 'ph neutralisiert'],
  counterElectrode: ['gegenelektrode'],
  membrane: ['membran', 'diaphragma'],
  trap: ['säurefalle', 'gasfalle', 'nh3 falle', 'waschflasche'],
  temperature_C: ['temperatur'],
  electrolyte: ['elektrolyt'],
  nitrate_M: ['nitrat', 'nitratkonzentration'],
  area_cm2: ['fläche', 'elektrodenfläche', 'geometrische fläche'],
  loading_mg_cm2: ['beladung', 'katalysatorbeladung', 'massenbeladung'],
  mass_mg: ['masse', 'katalysatormasse'],
  volume_mL: ['volumen', 'elektrolytvolumen'],
  dilution: ['verdünnung', 'verdünnungsfaktor'],
  time_h: ['zeit', 'dauer', 'elektrolysezeit', 'elektrolysedauer'],
  absorbance: ['absorption', 'extinktion', 'absorbanz'],
  concentration_ug_mL: ['konzentration'],
  calibration: ['kalibrierung', 'kalibration', 'kalibriergerade'],
  ru_ohm: ['lösungswiderstand', 'elektrolytwiderstand', 'unkompensierter widerstand'],
  irFraction: ['ir kompensation', 'ir anteil'],
  scanRate_mV_s: ['scanrate', 'vorschubgeschwindigkeit', 'vorschub'],
  replicate: ['wiederholung', 'replikat'],
  cycle: ['zyklus', 'zyklen'],
  znMass_mg: ['zinkmasse'],
  flow_mL_min: ['gasfluss', 'durchfluss', 'flussrate'],
  h2_ppm: ['wasserstoff'],
  note: ['bemerkung', 'bemerkungen', 'anmerkung', 'anmerkungen', 'kommentar', 'kommentare', 'notiz', 'notizen']
}

const chinese: Names = {
  file: ['文件', '文件名'],
  catalyst: ['催化剂'],
  technique: ['技术', '测试技术'],
  run: ['电解编号', '运行编号'],
  role: ['角色'],
  analyte: ['分析物', '待测物'],
  potential_V: ['电位', '电势', '施加电位', '设定电位'],
  reference: ['参比', '参比电极'],
  pHAfter: ['电解后ph', '反应后ph', '最终ph', '终点ph'],
  wavelength_nm: ['波长', '测定波长'],
  waitTime_min: ['显色时间', '静置时间'],
  samplePH: ['样品ph', '显色ph', '中和后ph'],
  counterElectrode: ['对电极', '辅助电极'],
  membrane: ['隔膜', '离子交换膜', '膜'],
  trap: ['酸吸收', '吸收瓶', '氨吸收', '尾气吸收', '酸吸收液'],
  temperature_C: ['温度'],
  electrolyte: ['电解质', '电解液'],
  nitrate_M: ['硝酸根', '硝酸根浓度', '硝酸盐浓度'],
  area_cm2: ['面积', '电极面积', '几何面积'],
  loading_mg_cm2: ['载量', '负载量', '催化剂载量'],
  mass_mg: ['质量', '催化剂质量'],
  volume_mL: ['体积', '电解液体积'],
  dilution: ['稀释', '稀释倍数'],
  time_h: ['时间', '电解时间'],
  absorbance: ['吸光度'],
  concentration_ug_mL: ['浓度'],
  basis: ['浓度基准'],
  calibration: ['校准曲线', '标准曲线'],
  ru_ohm: ['溶液电阻', '未补偿电阻'],
  irFraction: ['ir补偿比例', 'ir补偿'],
  scanRate_mV_s: ['扫速', '扫描速率'],
  replicate: ['平行样', '平行', '重复'],
  cycle: ['循环', '循环次数'],
  znMass_mg: ['zn质量', '锌质量'],
  flow_mL_min: ['流量', '气体流量'],
  h2_ppm: ['氢气'],
  note: ['备注', '说明']
}

const isLong = (name: string): boolean => /^[a-z ]{3,}[a-rt-z]$/.test(name)
const withoutUmlauts = (name: string): string => name.replace(/[äöü]/g, (letter) => `${{ ä: 'a', ö: 'o', ü: 'u' }[letter]}e`)

/** What else a column of the field is called, and the plural of its English names. */
export function synonymsOf(key: FieldKey, header: string): readonly string[] {
  const own = english[key] ?? []
  return [...own, ...[header, ...own].filter((name) => isLong(name.toLowerCase())).map((name) => `${name}s`), ...(german[key] ?? []).flatMap((name) => [name, withoutUmlauts(name)]), ...(chinese[key] ?? [])]
}
