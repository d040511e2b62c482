
'use strict';
(async () => {
  // The moments lie in the page packed; browsers unpack them themselves.
  async function unpacked(text) {
    const bytes = Uint8Array.from(atob(text), sign => sign.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
    return JSON.parse(await new Response(stream).text());
  }

  if (typeof DecompressionStream === 'undefined') {
    document.getElementById('old').hidden = false;
    return;
  }
  const data = await unpacked(document.getElementById('data').textContent);
  const canvas = document.getElementById('picture');
  const place = document.getElementById('place');
  const button = document.getElementById('play');
  const speed = document.getElementById('speed');
  const time = document.getElementById('time');
  const jumps = [...document.querySelectorAll('[data-moment]')];
  const g = canvas.getContext('2d');
  const patterns = new Map();
  let waiting = data.images.length;
  const images = data.images.map(source => {
    const image = new Image();
    image.onload = () => { if (--waiting === 0) draw(); };
    image.src = source;
    return image;
  });
  let at = 0;
  let exact = 0;
  let playing = false;
  let before = 0;

  // Things: of which kind, and where; told by how far they are from the last one of their kind.
  const count = data.things.length / 3;
  const kindOf = new Int32Array(count);
  const xs = new Float64Array(count);
  const ys = new Float64Array(count);
  const lastOf = new Int32Array(2 * data.kinds.length);
  for (let i = 0; i < count; i++) {
    const kind = data.things[3 * i];
    kindOf[i] = kind;
    xs[i] = (lastOf[2 * kind] += data.things[3 * i + 1]) / 10;
    ys[i] = (lastOf[2 * kind + 1] += data.things[3 * i + 2]) / 10;
  }
  const kinds = data.kinds.map(kind => ({ kind, path: 'fsc'.includes(kind[0]) ? new Path2D(kind[1]) : null }));

  // Moments tell only what changed. Every so many of them are known whole, so that any other is near one.
  const NEAR = 64;
  const whole = [];
  const known = [];
  function next(last, told, first) {
    if (told === 0) return [last, first];
    const list = [];
    let from = 0;
    for (let i = 0; i < told.length; i++) {
      if (told[i] === 0) list.push(first++);
      else if (told[i] > 0) list.push(told[i] - 1);
      else {
        from += told[++i];
        for (let k = -told[i - 1]; k > 0; k--) list.push(last[from++]);
      }
    }
    return [list, first];
  }
  {
    let state = [[], 0];
    data.moments.forEach((told, moment) => {
      known.push(state[1]);
      state = next(state[0], told, state[1]);
      if (moment % NEAR === 0) whole.push(state[0]);
    });
  }
  let shown = { moment: 0, list: whole[0] };
  function list(moment) {
    if (moment < shown.moment || moment - shown.moment >= NEAR)
      shown = { moment: moment - moment % NEAR, list: whole[Math.floor(moment / NEAR)] };
    while (shown.moment < moment) {
      const to = shown.moment + 1;
      shown = { moment: to, list: next(shown.list, data.moments[to], known[to])[0] };
    }
    return shown.list;
  }

  function enter(scale, m, x, y) {
    if (m === 0) g.setTransform(scale, 0, 0, scale, scale * x, scale * y);
    else g.setTransform(scale * m[0], scale * m[1], scale * m[2], scale * m[3], scale * x, scale * y);
  }

  function paint(value) {
    if (typeof value !== 'number') return value;
    if (!patterns.has(value) && images[value].complete) patterns.set(value, g.createPattern(images[value], 'repeat'));
    return patterns.get(value) || 'transparent';
  }

  function line(l) {
    g.lineWidth = l[0];
    g.lineCap = l[1];
    g.lineJoin = l[2];
    g.setLineDash(l[3]);
    g.lineDashOffset = l[4];
  }

  function words(kind) {
    g.font = data.fonts[kind[4]];
    g.textAlign = kind[5];
    g.textBaseline = 'alphabetic';
    if (kind[0] === 't') g.fillText(kind[1], 0, 0, kind[3]);
    else {
      line(kind[6]);
      g.strokeText(kind[1], 0, 0, kind[3]);
    }
  }

  // What lies within a clip follows it, up to its end.
  function one(number, scale) {
    const { kind, path } = kinds[kindOf[number]];
    if (kind[0] === 'e') {
      g.restore();
      return;
    }
    if (kind[0] === 'c') {
      g.save();
      enter(scale, kind[2], xs[number], ys[number]);
      g.clip(path);
      return;
    }
    const style = kind[2];
    enter(scale, style[2], xs[number], ys[number]);
    g.globalAlpha = style[1];
    g.fillStyle = g.strokeStyle = paint(style[0]);
    switch (kind[0]) {
      case 'f': g.fill(path); break;
      case 's': line(kind[3]); g.stroke(path); break;
      case 'i': g.drawImage(images[kind[1]], 0, 0, kind[3], kind[4]); break;
      default: words(kind);
    }
  }

  function draw() {
    const width = Math.round(canvas.clientWidth * (window.devicePixelRatio || 1)) || data.width;
    const height = Math.round(width * data.height / data.width);
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width;
      canvas.height = height;
    }
    g.setTransform(1, 0, 0, 1, 0, 0);
    g.clearRect(0, 0, width, height);
    for (const number of list(at)) one(number, width / data.width);
    place.value = at;
    time.textContent = data.times[at];
    place.setAttribute('aria-valuetext', data.times[at]);
    mark();
  }

  // The last place to go to that has been reached; several may be one moment.
  function mark() {
    const reached = Math.max(-1, ...jumps.map(jump => Number(jump.dataset.moment)).filter(moment => moment <= at));
    for (const jump of jumps) {
      if (Number(jump.dataset.moment) === reached) jump.setAttribute('aria-current', 'true');
      else jump.removeAttribute('aria-current');
    }
  }

  function go(moment) {
    exact = Math.min(Math.max(moment, 0), data.moments.length - 1);
    at = Math.floor(exact);
    draw();
  }

  function play(on) {
    playing = on;
    button.textContent = on ? button.dataset.pause : button.dataset.play;
    if (!on) return;
    if (at >= data.moments.length - 1) exact = at = 0;
    before = performance.now();
    requestAnimationFrame(tick);
  }

  function tick(now) {
    if (!playing) return;
    exact += (now - before) / 1000 * data.perSecond * Number(speed.value);
    before = now;
    if (exact >= data.moments.length - 1) play(false);
    go(exact);
    if (playing) requestAnimationFrame(tick);
  }

  place.max = data.moments.length - 1;
  document.documentElement.style.setProperty('--ratio', data.width / data.height);
  time.style.minWidth = Math.max(...data.times.map(t => t.length)) + 'ch';
  place.addEventListener('input', () => { play(false); go(Number(place.value)); });
  button.addEventListener('click', () => play(!playing));
  for (const jump of jumps) {
    jump.addEventListener('click', () => {
      play(false);
      go(Number(jump.dataset.moment));
      canvas.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    });
  }
  // Where a key goes to; a second of play with Shift.
  function wanted(event) {
    const step = event.shiftKey ? Math.max(1, Math.round(data.perSecond)) : 1;
    switch (event.key) {
      case 'ArrowRight': return at + step;
      case 'ArrowLeft': return at - step;
      case 'Home': return 0;
      case 'End': return data.moments.length - 1;
      default: return null;
    }
  }
  // What the browser does with a key stays its own: those with Ctrl, Alt or Meta, and all of the list of speeds.
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target === speed) return;
    const moment = wanted(event);
    if (event.key === ' ' && !event.target.closest('button')) play(!playing);
    else if (moment !== null) { play(false); go(moment); }
    else return;
    event.preventDefault();
  });
  function written(hash) {
    try {
      return decodeURIComponent(hash);
    } catch {
      return '';
    }
  }

  // "#12:08:19" begins there.
  function linked() {
    const asked = written(location.hash.slice(1));
    const moment = asked === '' ? 0 : data.times.findIndex(t => t >= asked);
    play(false);
    go(moment < 0 ? data.moments.length - 1 : moment);
  }
  window.addEventListener('hashchange', linked);
  window.addEventListener('resize', draw);
  linked();
})();
