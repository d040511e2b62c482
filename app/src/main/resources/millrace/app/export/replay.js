
'use strict';
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const canvas = document.getElementById('picture');
  const place = document.getElementById('place');
  const button = document.getElementById('play');
  const speed = document.getElementById('speed');
  const time = document.getElementById('time');
  const jumps = [...document.querySelectorAll('[data-moment]')];
  const g = canvas.getContext('2d');
  const paths = new Map();
  const images = data.images.map(source => {
    const image = new Image();
    image.onload = () => { if (--waiting === 0) draw(); };
    image.src = source;
    return image;
  });
  let waiting = images.length;
  let at = 0;
  let exact = 0;
  let playing = false;
  let before = 0;

  // Moments tell only what changed: the lists that are known so far.
  const lists = [];
  function list(moment) {
    while (lists.length <= moment) {
      const last = lists.length === 0 ? [] : lists[lists.length - 1];
      const next = [];
      const told = data.moments[lists.length];
      for (let i = 0; i < told.length; i++) {
        if (told[i] >= 0) next.push(told[i]);
        else {
          const from = told[i + 1];
          for (let k = 0; k < -told[i]; k++) next.push(last[from + k]);
          i++;
        }
      }
      lists.push(next);
    }
    return lists[moment];
  }

  function path(text) {
    if (paths.size > 20000) paths.clear();
    if (!paths.has(text)) paths.set(text, new Path2D(text));
    return paths.get(text);
  }

  function enter(scale, m) {
    if (m === 0) g.setTransform(scale, 0, 0, scale, 0, 0);
    else g.setTransform(scale * m[0], scale * m[1], scale * m[2], scale * m[3], scale * m[4], scale * m[5]);
  }

  function paint(value) {
    return typeof value === 'number' ? g.createPattern(images[value], 'repeat') : value;
  }

  function line(l) {
    g.lineWidth = l[0];
    g.lineCap = l[1];
    g.lineJoin = l[2];
    g.setLineDash(l[3]);
    g.lineDashOffset = l[4];
  }

  function words(thing, place, font, align) {
    g.font = data.fonts[font];
    g.textAlign = align;
    g.textBaseline = 'alphabetic';
    if (thing[0] === 't') g.fillText(thing[1], place[0], place[1], place[2]);
    else {
      line(thing[6]);
      g.strokeText(thing[1], place[0], place[1], place[2]);
    }
  }

  function one(thing, scale) {
    const style = thing[2];
    if (style[3] !== 0) {
      g.save();
      for (const clip of data.clips[style[3]]) {
        enter(scale, clip[1]);
        g.clip(path(clip[0]));
      }
    }
    enter(scale, style[2]);
    g.globalAlpha = style[1];
    g.fillStyle = g.strokeStyle = paint(style[0]);
    switch (thing[0]) {
      case 'f': g.fill(path(thing[1])); break;
      case 's': line(thing[3]); g.stroke(path(thing[1])); break;
      case 'i': g.drawImage(images[thing[1]], ...thing[3]); break;
      default: words(thing, thing[3], thing[4], thing[5]);
    }
    if (style[3] !== 0) g.restore();
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
    for (const number of list(at)) one(data.things[number], width / data.width);
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
