// The stage of the twin: meshes, maps and camera in three.js. Draws only when something changed; while it moves, fewer pixels and no details.
import { BufferAttribute, BufferGeometry, ColorManagement, CustomBlending, DataTexture, LessDepth, LinearFilter, LinearMipmapLinearFilter,
  LinearSRGBColorSpace, Mesh, MeshBasicMaterial, MOUSE, NotEqualStencilFunc, OneFactor, OneMinusSrcAlphaFactor, PerspectiveCamera, Plane,
  ReplaceStencilOp, RGBAFormat, Scene, Vector3, WebGLRenderer } from "three";
import { OrbitControls } from "three/examples/jsm/controls/OrbitControls.js";
import { Carpet } from "./twin_carpet.js";
import { height_of, map_of, mesh_of, pixels_of } from "./twin_model.js";

ColorManagement.enabled = false;  // colours are those of the PNG, light and all

const lift_of_map = 0.5;
const details = new Set(["facades", "trees", "shadows", "road_markings", "zone_outlines", "network_nodes"]);
const flat = new Set(["ground", "park_ground", "parcels", "roads", "water", "green_zones", "car_park_zones", "square_zones", "road_markings", "boundary", "zone_outlines", "shadows"]);
const land = new Set(["ground", "park_ground", "parcels", "roads", "water", "green_zones", "car_park_zones", "square_zones", "road_markings", "boundary"]);
const walls = new Set(["buildings", "pipe_galleries"]);

export const groups = { buildings: ["buildings", "facades", "pipe_galleries"], land: ["parcels", "green_zones", "square_zones", "water", "car_park_zones"],
  roads: ["roads", "road_markings", "zone_outlines"], trees: ["trees"], shadows: ["shadows"], masts: ["masts"], solar: ["solar"], ducts: ["ducts"],
  power_lines: ["power_lines"], network_nodes: ["network_nodes"] };
const group_of = Object.fromEntries(Object.entries(groups).flatMap(([group, names]) => names.map((name) => [name, group])));

export class Stage {
  constructor(canvas, twin, bytes) {
    this.canvas = canvas;
    this.twin = twin;
    this.renderer = new WebGLRenderer({ canvas, antialias: false, stencil: true, powerPreference: "high-performance" });
    this.renderer.outputColorSpace = LinearSRGBColorSpace;
    this.renderer.autoClear = false;
    this.renderer.setClearColor(`rgb(${twin.background.join(",")})`, 1);
    this.scene = new Scene();
    this.scene.matrixWorldAutoUpdate = false;
    this.camera = new PerspectiveCamera(38, 1, 1, 1000);
    this.camera.up.set(0, 0, 1);
    this.section = new Plane(new Vector3(1, 0, 0), 0);
    this.bytes = bytes;
    this.models = new Map();
    this.maps = new Map();
    this.textures = new Map();
    this.sides = [{ state: twin.states.length - 1, layer: "none" }];
    this.shown = { buildings: true, land: true, roads: true, trees: true, shadows: true, masts: true, solar: true, ducts: true, power_lines: true,
      network_nodes: false };
    this.underground = false;
    this.moving = false;
    this.frames = 0;
    this.after = () => {};
    this.low = new Vector3(...twin.states.at(-1).low);
    this.high = new Vector3(...twin.states.at(-1).high);
    this.centre = this.low.clone().add(this.high).multiplyScalar(0.5);
    this.size = Math.max(this.high.x - this.low.x, this.high.y - this.low.y);
    this.make_drape();
    this.carpet = new Carpet(this.ground());
    this.scene.add(this.carpet.mesh);
    this.make_controls();
    this.sides.forEach((side) => this.load(side));
  }

  make_controls() {
    this.controls = new OrbitControls(this.camera, this.canvas);
    this.controls.mouseButtons = { LEFT: MOUSE.ROTATE, MIDDLE: MOUSE.DOLLY, RIGHT: MOUSE.PAN };
    this.controls.maxPolarAngle = Math.PI * 0.497;
    this.controls.minDistance = 20;
    this.controls.maxDistance = this.size * 3;
    this.controls.zoomToCursor = true;
    this.controls.addEventListener("change", () => this.move());
    this.controls.addEventListener("end", () => this.settle_soon());
  }

  /** Mesh of an item, made when it is first needed. */
  model(number) {
    if (this.models.has(number)) return this.models.get(number);
    const item = this.twin.items[number];
    if (item.draped) this.height ??= height_of(this.ground());
    const made = mesh_of(item, this.bytes, this.height);
    const geometry = new BufferGeometry();
    geometry.setAttribute("position", new BufferAttribute(made.positions, 3));
    geometry.setIndex(new BufferAttribute(made.corners, 1));
    const attribute = (colours) => colours && new BufferAttribute(colours, 4, true);
    made.colours_alone = attribute(made.plain_colours);
    made.colours_under = attribute(made.muted_colours);
    geometry.setAttribute("color", made.colours_alone ?? made.colours_under);
    const material = new MeshBasicMaterial({ vertexColors: true, transparent: made.translucent });
    const mesh = new Mesh(geometry, material);
    mesh.matrixAutoUpdate = false;
    mesh.renderOrder = 1;
    if (made.translucent) {  // blended once per pixel, however often it overlaps itself
      Object.assign(material, { depthWrite: false, depthFunc: LessDepth, stencilWrite: true, stencilFunc: NotEqualStencilFunc,
        stencilRef: 1 + this.models.size % 200, stencilZPass: ReplaceStencilOp });
      mesh.renderOrder = 3;
    }
    made.mesh = mesh;
    mesh.userData = made;
    this.scene.add(mesh);
    this.models.set(number, made);
    return made;
  }

  ground() {
    const number = this.twin.states[0].meshes.find((item) => this.twin.items[item].name === "ground");
    return this.model(number);
  }

  make_drape() {
    const ground = this.ground();
    const geometry = new BufferGeometry();
    const raised = ground.positions.map((value, i) => i % 3 === 2 ? value + lift_of_map : value);
    geometry.setAttribute("position", new BufferAttribute(raised, 3));
    geometry.setAttribute("uv", new BufferAttribute(new Float32Array(2 * ground.vertices), 2));
    geometry.setIndex(new BufferAttribute(ground.corners, 1));
    this.drape = new Mesh(geometry, new MeshBasicMaterial({ transparent: true, depthWrite: false, blending: CustomBlending, blendSrc: OneFactor,
      blendDst: OneMinusSrcAlphaFactor, blendSrcAlpha: OneFactor, blendDstAlpha: OneMinusSrcAlphaFactor }));
    // The edge of the map is sharp, however the texture is smoothed.
    this.drape.material.onBeforeCompile = (shader) => {
      shader.fragmentShader = shader.fragmentShader.replace("#include <map_fragment>",
        "if (any(lessThan(vMapUv, vec2(0.0))) || any(greaterThan(vMapUv, vec2(1.0)))) discard;\n#include <map_fragment>");
    };
    this.drape.renderOrder = 2;
    this.drape.matrixAutoUpdate = false;
    this.scene.add(this.drape);
  }

  map(state, layer) {
    const number = this.twin.states[state].maps[layer];
    return number === undefined ? null : this.map_item(number);
  }

  map_item(number) {
    const item = this.twin.items[number];
    if (!this.maps.has(number)) this.maps.set(number, map_of(item, this.bytes, item.from === undefined ? null : this.map_item(item.from).numbers));
    return this.maps.get(number);
  }

  texture(map) {
    if (this.textures.has(map)) return this.textures.get(map);
    const made = new DataTexture(pixels_of(map), map.columns, map.rows, RGBAFormat);
    Object.assign(made, { magFilter: LinearFilter, minFilter: LinearMipmapLinearFilter, generateMipmaps: true, needsUpdate: true });
    this.textures.set(map, made);
    return made;
  }

  drape_over(map) {
    const uv = this.drape.geometry.getAttribute("uv");
    const place = this.drape.geometry.getAttribute("position");
    for (let i = 0; i < uv.count; ++i) {
      uv.setXY(i, (place.getX(i) - map.origin[0]) / (map.cell * map.columns), (place.getY(i) - map.origin[1]) / (map.cell * map.rows));
    }
    uv.needsUpdate = true;
    this.drape_frame = map;
  }

  load(side) {
    this.twin.states[side.state].meshes.forEach((item) => this.model(item));
    side.map = side.make_map ? side.make_map() : this.map(side.state, side.layer);
    if (side.map) this.texture(side.map);
    this.invalidate();
  }

  /** Sets what one side shows before it is drawn. */
  apply(side) {
    const present = new Set(this.twin.states[side.state].meshes);
    const under_map = Boolean(side.map);
    for (const [number, made] of this.models) {
      const { name, mesh } = made;
      const colours = under_map ? made.colours_under : made.colours_alone;
      const buried = name === "ducts" || name === "power_lines";
      const group = group_of[name];
      mesh.visible = present.has(number) && Boolean(colours) && (!group || this.shown[group]) && !(this.moving && details.has(name)) && (!buried || this.underground);
      if (!mesh.visible) continue;
      if (mesh.geometry.getAttribute("color") !== colours) mesh.geometry.setAttribute("color", colours);
      if (this.underground && (name === "facades" || name === "trees" || name === "shadows")) mesh.visible = false;
      const faded = this.underground && (land.has(name) || walls.has(name));
      if (!made.translucent && mesh.material.transparent !== faded) {
        Object.assign(mesh.material, { transparent: faded, opacity: faded ? 0.22 : 1, depthWrite: !faded, needsUpdate: true });
        mesh.renderOrder = faded ? 5 : 1;
      }
    }
    this.drape.visible = under_map;
    this.carpet.mesh.visible = false;
    if (this.moving && !this.underground && side.carpet) {
      for (const made of this.models.values()) if (flat.has(made.name)) made.mesh.visible = false;
      this.drape.visible = false;
      this.carpet.show(side.carpet);
    }
    if (!under_map) return;
    if (this.drape_frame !== side.map) this.drape_over(side.map);
    const material = this.drape.material;
    if (material.map !== this.texture(side.map)) Object.assign(material, { map: this.texture(side.map), needsUpdate: !material.map });
  }

  invalidate() {
    if (this.waiting) return;
    this.waiting = requestAnimationFrame(() => {
      this.waiting = 0;
      this.draw();
    });
  }

  move() {
    this.moving = true;
    this.settle_soon();
    this.invalidate();
  }

  settle_soon() {
    clearTimeout(this.settling);
    this.settling = setTimeout(() => {
      this.moving = false;
      this.invalidate();
    }, 220);
  }

  fit() {
    const box = this.canvas.parentElement.getBoundingClientRect();
    this.width = Math.max(1, Math.round(box.width));
    this.height_px = Math.max(1, Math.round(box.height));
    this.invalidate();
  }

  draw() {
    if (!this.width) this.fit();
    const device = window.devicePixelRatio || 1;
    const ratio = this.moving ? Math.min(0.5, device) : Math.min(Math.max(device, 1.5), 2);
    if (this.renderer.getPixelRatio() !== ratio || this.drawn_width !== this.width || this.drawn_height !== this.height_px) {
      this.renderer.setPixelRatio(ratio);
      this.renderer.setSize(this.width, this.height_px, false);
      this.drawn_width = this.width;
      this.drawn_height = this.height_px;
    }
    const distance = this.camera.position.distanceTo(this.controls.target);
    this.camera.near = Math.max(1.5, distance * 0.06);
    this.camera.far = distance + this.size * 3.2;
    const part = this.width / this.sides.length;
    this.camera.aspect = part / this.height_px;
    this.camera.updateProjectionMatrix();
    this.camera.updateMatrixWorld();
    this.renderer.setScissorTest(false);
    this.renderer.clear();
    this.renderer.setScissorTest(true);
    this.sides.forEach((side, i) => {
      this.apply(side);
      this.renderer.setViewport(i * part, 0, part, this.height_px);
      this.renderer.setScissor(i * part, 0, part, this.height_px);
      this.renderer.clearStencil();
      this.renderer.render(this.scene, this.camera);
    });
    this.frames += 1;
    if (!this.moving) this.sides.forEach((side) => this.weave(side));
    this.after();
  }

  /** Draws everything flat of a side from above, to lie on the ground in one piece while the view moves. */
  weave(side) {
    const key = JSON.stringify([side.state, side.layer, this.shown.land, this.shown.roads, this.shown.shadows]);
    if (side.woven === key || this.underground) return;
    side.woven = key;
    this.apply(side);
    for (const made of this.models.values()) made.mesh.visible &&= flat.has(made.name);
    const marked = this.marked?.visible;
    if (this.marked) this.marked.visible = false;
    const clipping = this.renderer.clippingPlanes;
    this.renderer.clippingPlanes = [];
    this.renderer.setScissorTest(false);
    side.carpet = this.carpet.woven(this.renderer, this.scene, side.carpet);
    this.renderer.clippingPlanes = clipping;
    if (this.marked) this.marked.visible = marked;
  }

  /** Looks at a place: metres, distance, degrees clockwise from north towards which one looks, degrees below the horizon. */
  look({ at, distance, azimuth, pitch }) {
    if (!this.width) this.fit();
    // Narrow windows look from farther away.
    distance *= Math.max(1, 1.5 * this.height_px * this.sides.length / this.width);
    const [turn, dip] = [azimuth, pitch].map((angle) => angle * Math.PI / 180);
    this.controls.target.set(...at);
    this.camera.position.set(at[0] - Math.sin(turn) * Math.cos(dip) * distance, at[1] - Math.cos(turn) * Math.cos(dip) * distance, at[2] + Math.sin(dip) * distance);
    this.camera.lookAt(this.controls.target);
    this.controls.update();
    this.move();
  }

  cut(axis, share) {
    this.renderer.clippingPlanes = axis === "none" ? [] : [this.section];
    if (axis !== "none") {
      const along = axis === "east" ? "x" : "y";
      this.section.normal.set(axis === "east" ? -1 : 0, axis === "north" ? -1 : 0, 0);
      this.section.constant = this.low[along] + share * (this.high[along] - this.low[along]);
    }
    this.invalidate();
  }

  /** Whether the section takes a place away. */
  cut_off(at) {
    return this.renderer.clippingPlanes.some((plane) => plane.distanceToPoint(new Vector3(...at)) < 0);
  }

  /** Place on the canvas in pixels; null behind the camera. */
  project(at, side = 0) {
    const spot = new Vector3(...at).project(this.camera);
    const part = this.width / this.sides.length;
    return spot.z > 1 ? null : [side * part + (spot.x + 1) / 2 * part, (1 - spot.y) / 2 * this.height_px];
  }
}
