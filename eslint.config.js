import js from '@eslint/js'
import vue from 'eslint-plugin-vue'
import tseslint from 'typescript-eslint'
import vueParser from 'vue-eslint-parser'

const message = (text) => ({ message: text })
const wrapped = [
  { name: 'xlsx', ...message('Only readers/table/workbookRows.ts reads Excel and export/writeWorkbook.ts writes it.') },
  { name: 'papaparse', ...message('Only src/shared/readers/table wraps it.') },
  { name: 'fflate', ...message('Only its wrappers import it.') },
  { name: 'jcampconverter', ...message('Only readers/jcampDx/jcampBlocks.ts wraps it.') },
  { name: 'spc-parser', ...message('Only readers/galacticSpc wraps it.') },
  { name: 'ml-savitzky-golay-generalized', ...message('Only spectroscopy/savitzkyGolay.ts wraps it.') },
  ...['fast-png', 'tiff', 'jpeg-js'].map((name) => ({ name, ...message('Only readers/micrograph/decodePicture.ts wraps it.') })),
  { name: 'saxes', ...message('Only readers/xml/xmlTree.ts wraps it.') },
  { name: 'chart.js', ...message('Only src/renderer/charts imports it.') },
  { name: 'electron', ...message('Only src/main/desktop and src/preload import Electron.') },
  { name: 'libsql', ...message('Only src/main/store/driver.ts imports it.') }
]
const pureGroups = [
  { group: ['node:*', 'vue', 'pinia', 'vue-*', 'naive-ui', 'chart*', 'electron', 'electron/*', 'chokidar', 'libsql', 'zod'], message: 'src/shared is pure: no Node, Electron, Vue, charts or store.' },
  { group: ['**/main/**', '**/renderer/**', '**/preload/**'], message: 'src/shared imports nothing outside itself.' }
]
const imports = (paths, patterns = []) => ({ 'no-restricted-imports': ['error', { paths, patterns }] })
const without = (...names) => wrapped.filter(({ name }) => !names.includes(name))

export default tseslint.config(
  { ignores: ['out/**', 'dist/**', 'demo/**', 'test-output/**', 'node_modules/**', 'scripts/fallbackApp/**'] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  ...vue.configs['flat/recommended'],
  {
    files: ['**/*.vue'],
    languageOptions: { parser: vueParser, parserOptions: { parser: tseslint.parser, sourceType: 'module' } },
    rules: { 'vue/max-attributes-per-line': 'off', 'vue/singleline-html-element-content-newline': 'off', 'vue/html-self-closing': 'off', 'vue/html-indent': 'off', 'vue/html-closing-bracket-newline': 'off', 'vue/multi-word-component-names': 'off', 'vue/no-v-html': 'error', 'vue/first-attribute-linebreak': 'off', 'vue/attributes-order': 'off', 'vue/require-default-prop': 'off', 'vue/multiline-html-element-content-newline': 'off' }
  },
  {
    rules: {
      'no-undef': 'off', // TypeScript knows every name
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/ban-ts-comment': 'error',
      '@typescript-eslint/no-unused-expressions': ['error', { allowShortCircuit: true, allowTernary: true }],
      'no-control-regex': 'off', // file readers look for control characters on purpose
      'max-lines': ['error', { max: 300 }],
      eqeqeq: 'error'
    }
  },
  { files: ['src/**/*.ts', 'src/**/*.vue'], rules: imports(wrapped) },
  {
    files: ['src/shared/**'],
    rules: {
      ...imports(wrapped, pureGroups),
      'no-restricted-globals': ['error', 'window', 'document', 'process', 'Buffer', 'fetch', 'setTimeout', 'performance', 'crypto'],
      'no-restricted-properties': ['error', { object: 'Date', property: 'now' }, { object: 'Math', property: 'random' }],
      'no-restricted-syntax': ['error', { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'A pure function has no clock.' }]
    }
  },
  // A later list replaces the earlier one, so each exception repeats what stays forbidden.
  { files: ['src/shared/readers/table/**'], rules: imports(without('xlsx', 'papaparse', 'fflate'), pureGroups) },
  { files: ['src/shared/readers/jcampDx/jcampBlocks.ts'], rules: imports(without('jcampconverter'), pureGroups) },
  { files: ['src/shared/readers/galacticSpc/**'], rules: imports(without('spc-parser'), pureGroups) },
  { files: ['src/shared/readers/micrograph/decodePicture.ts'], rules: imports(without('fast-png', 'tiff', 'jpeg-js'), pureGroups) },
  { files: ['src/shared/readers/xml/xmlTree.ts'], rules: imports(without('saxes'), pureGroups) },
  { files: ['src/shared/spectroscopy/savitzkyGolay.ts'], rules: imports(without('ml-savitzky-golay-generalized'), pureGroups) },
  { files: ['src/main/export/**'], rules: imports(without('xlsx', 'fflate')) },
  { files: ['src/main/store/driver.ts'], rules: imports(without('libsql')) },
  { files: ['src/main/desktop/**', 'src/preload/**'], rules: imports(without('electron')) },
  { files: ['src/renderer/charts/**'], rules: imports(without('chart.js'), [{ group: ['node:*', '**/main/**'], message: 'The window reaches the machine only through window.workbench.' }]) },
  {
    files: ['src/renderer/**'], ignores: ['src/renderer/charts/**'],
    rules: imports(wrapped, [{ group: ['node:*', '**/main/**', '**/readers/**', '**/electrochemistry/**', '**/numerics/**'], message: 'A view shows; it neither parses nor computes.' }])
  }
)
