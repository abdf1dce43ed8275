/** What the words on this page mean, and what they do not mean. */
import { html, type TemplateResult } from 'lit';
import { verdicts } from '../reading.js';
import { t } from '../text.js';
import { badge } from './verdict.js';

export const wordsUsed = (): TemplateResult => html`
  <details class="fold words">
    <summary>${t('words-title')}</summary>
    <dl>
      ${verdicts.map(
        (verdict) =>
          html`<dt>${badge(verdict)}</dt>
            <dd>${t(`meaning-${verdict}`)}</dd>`,
      )}
      ${['touched', 'supported', 'tension', 'near'].map(
        (word) =>
          html`<dt>${t(`word-${word}`)}</dt>
            <dd>${t(`meaning-${word}`)}</dd>`,
      )}
    </dl>
    <p>${t('words-advice')}</p>
  </details>
`;
