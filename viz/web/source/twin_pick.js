// Which object or place lies under a point of the twin, and how it is marked.
import { BufferAttribute, BufferGeometry, Mesh, MeshBasicMaterial, Raycaster, Vector2 } from "three";

const order = ["network_nodes", "ducts", "power_lines"];

function group_number(first, triangle) {
  let low = 0;
  let high = first.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (first[middle] <= triangle) low = middle;
    else high = middle;
  }
  return first.length && first[0] <= triangle ? low : -1;
}

/** {mesh, id, model, group, at} of what is seen at a place of the canvas in pixels; only `at` where nothing with a record is seen. */
export function picked(stage, x, y) {
  const part = stage.width / stage.sides.length;
  const side = Math.min(Math.floor(x / part), stage.sides.length - 1);
  stage.apply(stage.sides[side]);
  const ray = new Raycaster();
  ray.setFromCamera(new Vector2(2 * (x - side * part) / part - 1, 1 - 2 * y / stage.height_px), stage.camera);
  const visible = [...stage.models.values()].filter((made) => made.mesh.visible && (made.ids.length || made.name === "ground") && made.name !== "facades");
  const clipped = (point) => stage.renderer.clippingPlanes.some((plane) => plane.distanceToPoint(point) < 0);
  const cast = (models) => ray.intersectObjects(models.map((made) => made.mesh), false).find((hit) => !clipped(hit.point));
  const hit = (stage.underground && cast(visible.filter((made) => order.includes(made.name)))) || cast(visible);
  if (!hit) return null;
  const model = hit.object.userData;
  const group = group_number(model.first, hit.faceIndex);
  const found = { side, at: hit.point.toArray() };
  return group < 0 ? found : { ...found, mesh: model.name, id: model.ids[group], model, group };
}

/** Paints one object over itself; null takes the mark away. */
export function mark(stage, object) {
  if (stage.marked) {
    stage.scene.remove(stage.marked);
    stage.marked.geometry.dispose();
    stage.marked = null;
  }
  if (object?.model) {
    const { model, group } = object;
    const end = group + 1 < model.first.length ? model.first[group + 1] : model.triangles;
    const geometry = new BufferGeometry();
    geometry.setAttribute("position", model.mesh.geometry.getAttribute("position"));
    geometry.setIndex(new BufferAttribute(model.corners.slice(3 * model.first[group], 3 * end), 1));
    stage.marked = new Mesh(geometry, new MeshBasicMaterial({ color: 0xff8a00, transparent: true, opacity: 0.72, polygonOffset: true,
      polygonOffsetFactor: -4, polygonOffsetUnits: -16 }));
    stage.marked.matrixAutoUpdate = false;
    stage.marked.renderOrder = 6;
    stage.scene.add(stage.marked);
  }
  stage.invalidate();
}
