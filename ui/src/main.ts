import { mount } from 'svelte';
import App from './App.svelte';
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/marks.css';

// In a plain browser, while developing: `?fake=due` shows the window on made-up answers.
if (import.meta.env.DEV && new URLSearchParams(location.search).has('fake')) {
  const { pretend } = await import('./lib/ipc/fake');
  pretend(new URLSearchParams(location.search).get('fake') ?? '');
}

const target = document.getElementById('app');
if (!target) throw new Error('index.html has no #app');
mount(App, { target });
