import type { Catalogue } from '../phrases/catalogue'

/** Templates of file names and patterns of what is left out. */
export const words: Catalogue = {
  phrases: {
    'The template has {n} characters; more than {most} are none of a file name.': '模板有 {n} 个字符；文件名不会超过 {most} 个。',
    'The brace at character {at} of the template is not closed; close it behind the name of its field.': '模板第 {at} 个字符的大括号没有闭合；请在字段名后闭合。',
    'The brace at character {at} of the template was never opened; delete it, or open it before the name of a field.': '模板第 {at} 个字符的大括号没有开头；请删除，或在字段名前补上。',
    'Nothing stands between {first} and {second} (character {at} of the template); write between them what parts them in the names, such as _.': '{first} 与 {second} 之间没有内容（模板第 {at} 个字符）；请写上名称中把两者分开的字符，例如 _。',
    '{field} at character {at} of the template states what an earlier field states; keep one of them.': '模板第 {at} 个字符的 {field} 与前面的字段重复；请只保留一个。',
    'The template names no field; write at least one in braces, such as the catalyst.': '模板中没有字段；请至少用大括号写一个，例如催化剂。',
    'The slash at character {at} of the template parts folders; a template reads the name of a file, and folders are read by themselves.': '模板第 {at} 个字符的斜杠用于分隔文件夹；模板只读取文件名，文件夹名另行读取。',
    '“{name}” at character {at} of the template is no field; the fields are {fields} and * for what says nothing.': '模板第 {at} 个字符的“{name}”不是字段；可用字段为 {fields}，以及表示无信息的 *。',
    '“{name}” at character {at} of the template does not end with a unit of its field; write one such as potential:mV, potential:-V or time:min.': '模板第 {at} 个字符的“{name}”结尾不是该字段的单位；请写例如 potential:mV、potential:-V 或 time:min。',
    'Its name does not fit the template {template} (“{text}” is no {field}); it was read by its words.': '其名称不符合模板 {template}（“{text}”不是 {field}）；已按词读取。',
    'Its name does not fit the template {template} (“{literal}” is missing); it was read by its words.': '其名称不符合模板 {template}（缺少“{literal}”）；已按词读取。',
    'Its name fits the template {template} in more than one way (“{first}” or “{second}”); it was read by its words.': '其名称可按模板 {template} 作多种理解（“{first}”或“{second}”）；已按词读取。',
    'A pattern is empty; write what the names look like, such as *.bak.': '有一条规则为空；请写出名称的样子，例如 *.bak。',
    'The pattern {pattern} begins with an exclamation mark, and there are no exceptions from patterns; write what is to be left out.': '规则 {pattern} 以感叹号开头，但规则没有例外；请写要排除的内容。',
    'The pattern {pattern} leads out of the watched folder; write the way from that folder on, such as old/**.': '规则 {pattern} 指向监视文件夹之外；请写从该文件夹开始的路径，例如 old/**。',
    'Left out by the pattern {pattern} of its folder; it comes in when that pattern goes (Folders).': '被其文件夹的规则 {pattern} 排除；去掉该规则即读入（文件夹）。',
    'That folder is not watched any more.': '该文件夹已不再监视。',
    'set how the names of {folder} are read': '更改 {folder} 的文件名读取方式'
  }
}
