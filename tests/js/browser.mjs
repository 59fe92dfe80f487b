// A headless Chromium, driven over WebDriver, and a server of static files on this machine alone.
import { spawn } from 'node:child_process';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const types = {
  '.html': 'text/html; charset=utf-8', '.json': 'application/json', '.css': 'text/css', '.js': 'text/javascript',
  '.wasm': 'application/wasm', '.svg': 'image/svg+xml',
};

/** Serves a folder; `asked` lists what was asked for. */
export async function serve(folder) {
  const asked = [];
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url, 'http://localhost').pathname);
    asked.push(path);
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    if (!existsSync(file) || !statSync(file).isFile()) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
    return createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return {
    asked,
    url: `http://127.0.0.1:${server.address().port}/`,
    close: () => new Promise((resolve) => { server.close(resolve); server.closeAllConnections(); }),
  };
}

export class Browser {
  static async start() {
    const browser = new Browser();
    browser.driver = spawn('chromedriver', ['--port=0'], { stdio: ['ignore', 'pipe', 'inherit'] });
    try {
      await browser.#begin();
    } catch (error) {
      browser.driver.kill();  // a child that nobody ends keeps this process alive
      throw error;
    }
    return browser;
  }

  async #begin() {
    const port = await new Promise((resolve, reject) => {
      let said = '';
      this.driver.once('error', reject);
      this.driver.once('exit', (code) => reject(new Error(`chromedriver ended with ${code}`)));
      this.driver.stdout.on('data', (text) => {
        said += text;
        const found = /started successfully on port (\d+)/.exec(said);
        if (found) resolve(found[1]);
      });
    });
    this.base = `http://127.0.0.1:${port}`;
    const args = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--window-size=1280,1400'];
    const { sessionId } = await this.#ask('POST', '/session',
      { capabilities: { alwaysMatch: { browserName: 'chrome', 'goog:chromeOptions': { args } } } });
    this.base += `/session/${sessionId}`;
    await this.#ask('POST', '/timeouts', { script: 60_000 });
  }

  open(url) {
    return this.#ask('POST', '/url', { url });
  }

  /** Runs an async function in the page, and gives what it returns. */
  async run(code, ...args) {
    const answer = await this.#ask('POST', '/execute/async', {
      script: `const done = arguments[arguments.length - 1];
        (${code})(...Array.prototype.slice.call(arguments, 0, -1))
          .then((value) => done({ value }), (error) => done({ error: String(error?.stack ?? error) }));`,
      args,
    });
    if (answer.error) throw new Error(answer.error);
    return answer.value;
  }

  /** Waits until an expression is true in the page. */
  async until(expression) {
    for (let i = 0; i < 300; ++i) {
      if (await this.run(`async () => Boolean(${expression})`)) return;
      await wait(100);
    }
    throw new Error(`it never came: ${expression}`);
  }

  async #element(selector) {
    const found = await this.#ask('POST', '/element', { using: 'css selector', value: selector });
    return Object.values(found)[0];
  }

  async click(selector) {
    await this.#ask('POST', `/element/${await this.#element(selector)}/click`, {});
  }

  async type(selector, text) {
    const element = await this.#element(selector);
    await this.#ask('POST', `/element/${element}/clear`, {});
    await this.#ask('POST', `/element/${element}/value`, { text });
  }

  async screenshot() {
    return Buffer.from(await this.#ask('GET', '/screenshot'), 'base64');
  }

  async resize(width, height) {
    await this.#ask('POST', '/window/rect', { width, height });
  }

  async #ask(method, path, body) {
    const response = await fetch(this.base + path,
      { method, body: body && JSON.stringify(body), headers: { 'content-type': 'application/json' } });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${value.error}: ${value.message}`);
    return value;
  }

  async close() {
    await this.#ask('DELETE', '').catch(() => {});
    this.driver.kill();
  }
}
