import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { catchFailures } from './failures'
import { i18n } from './locales'
import { useSession } from './stores/session'
import './theme/tokens.css'

const app = createApp(App).use(createPinia()).use(i18n)
catchFailures(app, window, () => useSession().notify('error', i18n.global.t('top.failed')))
app.mount('#app')
