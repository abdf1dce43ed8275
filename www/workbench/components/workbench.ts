/** The whole page: header, plan, results; the place where the parts meet. */
import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { Announcer, difference } from '../announce.js';
import { exampleText, fileName, savePlan } from '../files.js';
import { pathKey, type Path } from '../json-path.js';
import { textAt } from '../plan.js';
import { Session, type Change } from '../session.js';
import { t } from '../text.js';
import { engineFault, packFaults, planFaults, refusedFile } from './faults.js';
import { View } from './view.js';
import './plan-form.js';
import './results.js';

export class Workbench extends View {
  readonly #session = new Session();
  readonly #announcer = new Announcer(document.querySelector<HTMLElement>('#live')!);
  /** The report that the live region last spoke of. */
  #spoken = this.#session.report;
  #said = '';

  override connectedCallback(): void {
    super.connectedCallback();
    this.#session.addEventListener('change', this.#changed);
    window.addEventListener('beforeunload', this.#beforeUnload);
    void this.#session.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#session.removeEventListener('change', this.#changed);
    window.removeEventListener('beforeunload', this.#beforeUnload);
  }

  readonly #changed = () => {
    this.requestUpdate();
    this.#spoken ??= this.#session.report;
    this.#announcer.soon(() => this.#news());
  };

  readonly #beforeUnload = (event: BeforeUnloadEvent) => {
    if (this.#session.unsaved) event.preventDefault();
  };

  /** Without a report there is one thing to say, once: that nothing was checked. */
  #news(): string {
    const { pack, report, engine, engineFault } = this.#session;
    if (!report && engineFault) return this.#once(t('engine-fault-title'));
    if (!report && engine && !engine.pack.checkable) return this.#once(t('pack-faults-title'));
    const before = this.#spoken;
    this.#spoken = report;
    return pack && before && report ? difference(pack, before, report) : '';
  }

  #once(text: string): string {
    const said = this.#said === text;
    this.#said = text;
    return said ? '' : text;
  }

  async #open(event: Event): Promise<void> {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    if (file) await this.#session.open(file.name, await file.text());
    // Emptied, so that the same file can be opened again once it is mended.
    input.value = '';
  }

  async #openRules(event: Event): Promise<void> {
    const input = event.target as HTMLInputElement;
    const files = [...(input.files ?? [])].map(async (file) => ({ name: file.name, text: await file.text() }));
    if (files.length > 0) await this.#session.openRules(await Promise.all(files));
    input.value = '';
  }

  async #loadExample(): Promise<void> {
    await this.#session.open(t('load-example'), await exampleText());
  }

  #save(): void {
    const { draft } = this.#session;
    savePlan(draft, fileName(textAt(draft, ['title']), t('file-name')));
    this.#session.saved();
  }

  /** The part of the form that shows what is at a path. */
  #control(path: Path): HTMLElement | null {
    return this.querySelector<HTMLElement>(`[data-path="${CSS.escape(pathKey(path))}"]`);
  }

  /** Unfolds the part of the form that shows what is at a path, and leads to its first control. */
  #goTo(path: Path): void {
    const place = this.#control(path);
    for (let details = place?.querySelector('details') ?? place?.closest('details'); details;) {
      details.open = true;
      details = details.parentElement?.closest('details') ?? null;
    }
    const controls = 'input, select, textarea';
    const inside =
      place?.querySelector<HTMLElement>(controls) ?? place?.closest('li')?.querySelector<HTMLElement>(controls);
    (place?.matches(controls) ? place : inside)?.focus();
  }

  protected override render(): TemplateResult {
    const session = this.#session;
    return html`
      <a class="skip" href="#results">${t('skip-to-results')}</a>
      ${this.#header()}
      <main
        @plan-edit=${(event: CustomEvent<Change>) => session.edit(event.detail)}
        @say=${(event: CustomEvent<string>) => this.#announcer.soon(() => [event.detail, this.#news()].join(' ').trim())}
        @add-measure=${() => this.querySelector('wb-plan-form')?.add()}
        @load-example=${this.#loadExample}
      >
        <section class="side side-plan" aria-labelledby="plan-heading">
          <h2 id="plan-heading">${t('plan-heading')}</h2>
          ${this.#notices()}
          ${keyed(
            session.opened,
            html`<wb-plan-form .session=${session} .draft=${session.draft} .report=${session.report}></wb-plan-form>`,
          )}
          <p class="onward"><a href="#results">${t('onward')}</a></p>
        </section>
        <section class="side side-results" id="results" tabindex="-1" aria-labelledby="results-heading">
          <h2 id="results-heading">${t('results-heading')}</h2>
          ${this.#engineNotices()}
          <wb-results .session=${session} .draft=${session.draft} .report=${session.report}></wb-results>
        </section>
      </main>
      ${this.#footer()}
    `;
  }

  #header(): TemplateResult {
    return html`<header class="top">
      <div>
        <h1>${t('name')}</h1>
        <p class="tagline">${t('tagline')}</p>
      </div>
      <div class="actions">
        <button type="button" @click=${this.#loadExample}>${t('load-example')}</button>
        <label class="button file">
          ${t('open-plan')}<input
            type="file"
            class="visually-hidden"
            accept=".json,application/json"
            @change=${this.#open}
          />
        </label>
        <label class="button file">
          ${t('open-rules')}<input
            type="file"
            class="visually-hidden"
            accept=".accord"
            multiple
            @change=${this.#openRules}
          />
        </label>
        <button type="button" @click=${this.#save}>${t('save-plan')}</button>
        <button type="button" @click=${() => window.print()}>${t('print')}</button>
      </div>
      <p class="confidential">${t('confidential')}</p>
    </header>`;
  }

  #notices(): TemplateResult {
    const session = this.#session;
    const { refused } = session;
    return html`
      ${refused ? refusedFile(refused.name, refused.faults) : nothing}
      ${planFaults(session.report?.diagnostics ?? [], {
        draft: session.draft,
        edit: (change) => session.edit(change),
        goTo: (path) => this.#goTo(path),
        has: (path) => this.#control(path) !== null,
      })}
    `;
  }

  #engineNotices(): TemplateResult {
    const { engine, engineFault: reason } = this.#session;
    return html`
      ${reason ? engineFault(reason) : nothing}
      ${engine && !engine.pack.ok ? packFaults(engine.pack) : nothing}
      ${!engine && !reason ? html`<p class="hint">${t('starting')}</p>` : nothing}
    `;
  }

  #footer(): TemplateResult {
    const pack = this.#session.report?.pack;
    return html`<footer class="bottom">
      <p>${t('footer-advice')}</p>
      ${pack ? html`<p>${t('footer-pack', { name: pack.name, version: pack.version })}</p>` : nothing}
    </footer>`;
  }
}

customElements.define('wb-workbench', Workbench);
