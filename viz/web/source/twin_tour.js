// Plays saved views one after the other: a flight, then a pause to read the caption.
const flight_ms = 1800;
const pause_ms = 5200;

const eased = (share) => share * share * (3 - 2 * share);
const between = (a, b, share) => a + (b - a) * share;

export class Tour {
  /** `arrive(stop, number)` sets what a stop shows. */
  constructor(stage, stops, arrive) {
    Object.assign(this, { stage, stops, arrive, number: -1, playing: false, view: null });
  }

  go(number, flying = true) {
    const stop = this.stops[(number + this.stops.length) % this.stops.length];
    this.number = this.stops.indexOf(stop);
    this.arrive(stop, this.number);
    cancelAnimationFrame(this.flight);
    clearTimeout(this.pause);
    const from = this.view;
    this.view = stop;
    const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (!from || !flying || still) {
      this.stage.look(stop);
      this.wait();
      return;
    }
    const begin = performance.now();
    const turn = ((stop.azimuth - from.azimuth + 540) % 360) - 180;
    const step = (now) => {
      const share = eased(Math.min(1, Math.max(0, (now - begin) / flight_ms)));
      this.stage.look({ at: stop.at.map((value, i) => between(from.at[i], value, share)), distance: between(from.distance, stop.distance, share),
        azimuth: from.azimuth + turn * share, pitch: between(from.pitch, stop.pitch, share) });
      if (share < 1) this.flight = requestAnimationFrame(step);
      else this.wait();
    };
    this.flight = requestAnimationFrame(step);
  }

  wait() {
    if (this.playing) this.pause = setTimeout(() => this.go(this.number + 1), pause_ms);
  }

  play(on) {
    this.playing = on;
    clearTimeout(this.pause);
    if (on) this.go(this.number + 1);
    else cancelAnimationFrame(this.flight);
  }
}
