import type { Fixture } from '../fixture'

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
const refused = (name: string, text: string): Fixture => ({ reader: 'not-readable', name, bytes: bytes(text), refused: true })

export const fixtures: readonly Fixture[] = [
  refused('a.opj', 'CPYA 4.2673 552#\n\x01\0\0\0'), refused('b.opju', 'CPYUA 4.3380 178\n\x01\0\0\0'),
  refused('c.mps', 'EC-LAB SETTING FILE\r\n\r\nNumber of linked techniques : 1\r\n'),
  refused('d.idf.sqlite', 'SQLite format 3\0\x10\0\x01\x01'), refused('e.nox', '\0\x01\0\0\0\xff\xff\xff\xff\x01\0\0\0'),
  refused('f.bin', '\x03\0\0\0CHI660E\0\0\0\0'), refused('g.isw', '\0\x12\0\0\0\x01'), refused('m.dat', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0'), refused('j.jws', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0'), refused('k.ProcSpec', 'PK\x03\x04\0\0'),
  refused('l.ch', '\x03130\0\0LC DATA FILE\0\0'), refused('o.sle', 'SQLite format 3\0\x10\0\x01\x01'),
  refused('p.xml', '<?xml version="1.0"?>\n<!-- CORBA XML document created by XMLSerializer2 1.6 at 2022-04-08 -->\n'),
  refused('r.wip', 'WIT_PRCT\r\0\0\0WITec\0\0'), refused('s.ibw', '\x05\0\x82\xb9\0\0\0\0'),
  refused('t.trm', '\0\0\x8cB\0\0@B\0\0XB'), refused('u.mpl', 'EC-Lab LOG FILE\r\n\r\nOpen Circuit Voltage\r\n'), refused('v.l6s', 'LabSpec6\0\0\0\0'), refused('w.wxd', '#WXD0000.\n#\x1aJL'), refused('x.tvf', '\ufeff<!--TriVista-File. (c) S&I GmbH -->\n<XmlMain Version="1.0.1">'),
  refused('z.xz', '\xfd7zXZ\0\0\x04'), refused('z.bz2', 'BZh91AY&SY\x12\x34'), refused('z.7z', '7z\xbc\xaf\x27\x1c\0\x04'), refused('z.rar', 'Rar!\x1a\x07\x01\0'), refused('z.tar', `a.txt${'\0'.repeat(252)}ustar\0`), refused('h.res', '\0\x01\0\0Standard Jet DB\0\x01')
]
