import type { Fixture } from '../fixture'

export const recordCsv = [
  'catalyst,part,name,value,unit,method,batch,note',
  ',precursor,urea,10,g,,,"melted at 150 °C"', 'RuFe-NC,precursor,FeCl3,0.532,g,,B1,', ',furnace,temperature,790,°C,,,argon', ',furnace,time,1.5,h,,,',
  'RuFe-NC,composition,Ru,2.1,wt%,ICP-OES,B1,', 'RuFe-NC,fringe,(101),0.205,nm,HR-TEM,,', 'RuFe-NC,fringe,(101),2.07,Å,HR-TEM,,', 'RuCo-NC,composition,Ru,trace,wt%,EDS,,', ''
].join('\n')
export const fixtures: readonly Fixture[] = [{ reader: 'sample-record', name: 'sample record.csv', bytes: new TextEncoder().encode(recordCsv) }]
