// Undoes what viz/twin packs: whole numbers from byte planes, meshes with positions and colours, maps with colours and values.

function from_base64(text) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
  const letters = atob(text);
  const bytes = new Uint8Array(letters.length);
  for (let i = 0; i < letters.length; ++i) bytes[i] = letters.charCodeAt(i);
  return bytes;
}

/** The bytes of the twin. Fails in browsers that cannot inflate by themselves. */
export async function unpacked(twin) {
  const stream = new Blob([from_base64(twin.bytes)]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Reads byte planes one after the other. */
function reader(bytes, at) {
  return (count, planes) => {
    const values = new Uint32Array(count);
    for (let plane = 0; plane < planes; ++plane) {
      for (let i = 0; i < count; ++i) values[i] |= bytes[at + i] << (8 * plane);
      at += count;
    }
    return values;
  };
}

function summed(values, mask) {
  let sum = 0;
  for (let i = 0; i < values.length; ++i) values[i] = sum = (sum + values[i]) & mask;
  return values;
}

/** Height of the ground's mesh, as Ground::height() in viz/scene. */
export function height_of(ground) {
  const { columns, rows, cell, origin } = ground.grid;
  const at = (column, row) => ground.positions[3 * (row * (columns + 1) + column) + 2];
  return (x, y) => {
    const across = Math.min(Math.max((x - origin[0]) / cell, 0), columns);
    const along = Math.min(Math.max((y - origin[1]) / cell, 0), rows);
    const column = Math.min(Math.floor(across), columns - 1);
    const row = Math.min(Math.floor(along), rows - 1);
    const u = across - column;
    const v = along - row;
    const south_west = at(column, row);
    const north_east = at(column + 1, row + 1);
    if (u >= v) {
      const south_east = at(column + 1, row);
      return south_west + u * (south_east - south_west) + v * (north_east - south_east);
    }
    const north_west = at(column, row + 1);
    return south_west + v * (north_west - south_west) + u * (north_east - north_west);
  };
}

export function mesh_of(item, bytes, height) {
  const read = reader(bytes, item.at);
  const count = item.vertices;
  const positions = new Float32Array(3 * count);
  const places = [0, 1, 2].map(() => summed(read(count, 2), 0xffff));
  for (let i = 0; i < count; ++i) {
    for (let axis = 0; axis < 3; ++axis) positions[3 * i + axis] = item.origin[axis] + item.step[axis] * places[axis][i];
    if (item.draped) positions[3 * i + 2] += height(item.origin[0] + item.step[0] * places[0][i], item.origin[1] + item.step[1] * places[1][i]);
  }
  const numbers = summed(read(count, 2), 0xffff);
  const corners = summed(read(3 * item.triangles, 3), 0xffffff);
  const first = summed(read(item.ids.length, 3), 0xffffff);
  const table = read(8 * item.colours, 1);
  const colours = (offset) => {
    const made = new Uint8Array(4 * count);
    for (let i = 0; i < count; ++i) for (let k = 0; k < 4; ++k) made[4 * i + k] = table[8 * numbers[i] + offset + k];
    return made;
  };
  return { ...item, positions, corners: count < 65536 ? new Uint16Array(corners) : corners, first,
    plain_colours: item.plain ? colours(0) : null, muted_colours: item.muted ? colours(4) : null,
    translucent: [...Array(item.colours).keys()].some((i) => (item.plain && table[8 * i + 3] < 255) || (item.muted && table[8 * i + 7] < 255)) };
}

/** Undoes map_coding.h; `before`: the numbers of the earlier map that a changed one counts from. */
function numbers_of(item, bytes, before) {
  const numbers = reader(bytes, item.at)(item.columns * item.rows, 2);
  if (item.coding === "plain") return numbers;
  const columns = item.columns;
  for (let i = 0; i < numbers.length; ++i) {
    const missed = (numbers[i] >>> 1) ^ -(numbers[i] & 1);
    let guess = 0;
    if (before) guess = before[i];
    else {
      const south = i >= columns ? numbers[i - columns] : 0;
      const first = i % columns === 0;
      const west = first ? south : numbers[i - 1];
      const corner = first ? south : i >= columns ? numbers[i - columns - 1] : 0;
      const [low, high] = west < south ? [west, south] : [south, west];
      guess = corner >= high ? low : corner <= low ? high : west + south - corner;
    }
    numbers[i] = (guess + missed) & 0xffff;
  }
  return numbers;
}

export function map_of(item, bytes, before) {
  const numbers = numbers_of(item, bytes, before);
  const number_at = (x, y) => {
    const column = Math.floor((x - item.origin[0]) / item.cell);
    const row = Math.floor((y - item.origin[1]) / item.cell);
    return column < 0 || row < 0 || column >= item.columns || row >= item.rows ? null : numbers[row * item.columns + column];
  };
  return { ...item, numbers, number_at,
    colour_at: (x, y) => item.colours[number_at(x, y)] ?? [0, 0, 0, 0], value_at: (x, y) => item.values[number_at(x, y)] ?? null };
}

/** RGBA with the colours already times their alpha, so that smoothing pulls no edge towards black. */
export function pixels_of(map) {
  const table = map.colours.map(([r, g, b, a]) => [r * a / 255, g * a / 255, b * a / 255, a].map(Math.round));
  const pixels = new Uint8Array(4 * map.numbers.length);
  map.numbers.forEach((number, i) => pixels.set(table[number], 4 * i));
  return pixels;
}

/** Blue where the second map is higher, orange where it is lower; clear where less than half a step differs or one has no value. */
export const difference_range = 20;
export function difference_colour(difference) {
  const share = Math.min(Math.abs(difference) / difference_range, 1);
  if (share < 0.025) return [255, 255, 255, 120];
  const end = difference > 0 ? [0, 90, 181] : [200, 80, 10];
  return [...end.map((channel) => Math.round(255 + (channel - 255) * Math.sqrt(share))), 220];
}

/** What `to` has more than `from`, on the same cells; null when they are not comparable. */
export function difference_of(from, to) {
  const same = from.columns === to.columns && from.rows === to.rows && from.cell === to.cell && from.origin.every((value, i) => value === to.origin[i]);
  if (!same) return null;
  const colours = [[0, 0, 0, 0]];
  const values = [null];
  for (let step = -80; step <= 80; ++step) {
    colours.push(difference_colour(step / 4));
    values.push(step / 4);
  }
  const numbers = new Uint32Array(to.numbers.length);
  for (let i = 0; i < numbers.length; ++i) {
    const a = from.values[from.numbers[i]];
    const b = to.values[to.numbers[i]];
    if (a !== null && b !== null) numbers[i] = 81 + Math.round(4 * Math.min(Math.max(b - a, -difference_range), difference_range));
  }
  const made = { ...to, colours, values, numbers };
  const place = (x, y) => numbers[Math.floor((y - to.origin[1]) / to.cell) * to.columns + Math.floor((x - to.origin[0]) / to.cell)];
  return { ...made, number_at: place, colour_at: (x, y) => colours[place(x, y)], value_at: (x, y) => values[place(x, y)] ?? null };
}
