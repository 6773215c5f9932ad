// What a test asks the page. Defined once in each page as `window.__ask`; nothing of it is in the program.
(() => {
  if (window.__ask) return;
  const troubles = [];
  const note = (what) => troubles.push(String(what));
  addEventListener('error', (event) => note(event.message));
  addEventListener('unhandledrejection', (event) => note(event.reason?.stack ?? event.reason));
  addEventListener('securitypolicyviolation', (event) => note(`CSP ${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
  const said = console.error;
  console.error = (...words) => {
    note(words.join(' '));
    said.apply(console, words);
  };

  const tidy = (text) => text.replace(/\s+/gu, ' ').trim();
  const IMPLICIT = {
    BUTTON: 'button', TEXTAREA: 'textbox', H1: 'heading', H2: 'heading', H3: 'heading', H4: 'heading',
    MARK: 'mark', LI: 'listitem', ARTICLE: 'article', NAV: 'navigation', MAIN: 'main', ASIDE: 'complementary',
  };
  const INPUTS = { radio: 'radio', checkbox: 'checkbox', range: 'slider', number: 'spinbutton' };
  const role = (element) =>
    element.getAttribute('role') ??
    (element.tagName === 'INPUT' ? (INPUTS[element.type] ?? 'textbox') : IMPLICIT[element.tagName]);
  // `mark` also finds marks that are buttons: to the user both are marks.
  const CANDIDATES = (wanted) =>
    [...document.querySelectorAll(`[role="${wanted}"], button, textarea, input, h1, h2, h3, h4, mark, li, article`)].filter(
      (element) => role(element) === wanted || (wanted === 'mark' && element.tagName === 'MARK'),
    );
  const hidden = (element) =>
    element.closest('[aria-hidden="true"], [inert]') !== null ||
    element.getClientRects().length === 0 ||
    getComputedStyle(element).visibility === 'hidden';
  const textOf = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.nodeType !== Node.ELEMENT_NODE || node.getAttribute('aria-hidden') === 'true') return '';
    const own = node.getAttribute('aria-label');
    if (own !== null) return own;
    const inner = [...node.childNodes].map(textOf).join('');
    return getComputedStyle(node).display.startsWith('inline') ? inner : ` ${inner} `;
  };
  const name = (element) => {
    const by = element.getAttribute('aria-labelledby');
    if (by) return tidy(by.split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' '));
    if (element.hasAttribute('aria-label')) return tidy(element.getAttribute('aria-label'));
    if (element.labels?.length) return tidy([...element.labels].map(textOf).join(' '));
    return tidy(textOf(element));
  };
  // A modal dialog is all there is while it is open.
  const ground = () => [...document.querySelectorAll('[aria-modal="true"]')].at(-1) ?? document.body;

  const MATCHES = {
    whole: (text, called) => text === called,
    start: (text, called) => text.startsWith(called),
    part: (text, called) => text.includes(called),
  };
  // The page follows the event, which comes after the size itself.
  let size = [innerWidth, innerHeight];
  addEventListener('resize', () => (size = [innerWidth, innerHeight]));

  window.__ask = {
    size: () => size,
    // Names before sight: a long answer has thousands of marks, and asking what is seen of each lays out all of it.
    find: (wanted, called, known) =>
      CANDIDATES(wanted)
        .filter((element) => ground().contains(element))
        .filter((element) => MATCHES[known](name(element), called))
        .filter((element) => !hidden(element)),
    name: (element) => (element ? name(element) : ''),
    text: () => tidy(ground().innerText),
    focused: () => {
      const element = document.activeElement;
      return element && element !== document.body ? `${role(element) ?? element.tagName} ${name(element)}` : '';
    },
    paste: (text) => {
      const data = new DataTransfer();
      data.setData('text/plain', text);
      const paste = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
      // What no script of the page takes over goes in as the browser itself would put it.
      const untaken = document.activeElement.dispatchEvent(paste);
      if (untaken && document.activeElement.tagName === 'TEXTAREA') document.execCommand('insertText', false, text);
    },
    choose: (called, text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], called));
      const input = document.querySelector('input[type="file"]');
      input.files = data.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    troubles: () => troubles.splice(0),
  };
})();
