// Land, roads, shadows and map as one picture on a coarse ground: what is drawn instead of their thousands of triangles while the view moves.
import { BufferAttribute, BufferGeometry, LinearFilter, LinearMipmapLinearFilter, Mesh, MeshBasicMaterial, OrthographicCamera, WebGLRenderTarget } from "three";

const pixels = 2048;
const coarser = 3;

export class Carpet {
  constructor(ground) {
    this.grid = ground.grid;
    const { columns, rows } = ground.grid;
    const kept = (count) => [...Array(Math.floor(count / coarser) + 1).keys()].map((i) => i * coarser).filter((i) => i < count).concat(count);
    const across = kept(columns);
    const along = kept(rows);
    const positions = [];
    const uv = [];
    const corners = [];
    for (const row of along) {
      for (const column of across) {
        const at = 3 * (row * (columns + 1) + column);
        positions.push(ground.positions[at], ground.positions[at + 1], ground.positions[at + 2]);
        uv.push(column / columns, row / rows);
      }
    }
    for (let j = 0; j + 1 < along.length; ++j) {
      for (let i = 0; i + 1 < across.length; ++i) {
        const corner = j * across.length + i;
        corners.push(corner, corner + 1, corner + across.length + 1, corner, corner + across.length + 1, corner + across.length);
      }
    }
    const geometry = new BufferGeometry();
    geometry.setAttribute("position", new BufferAttribute(new Float32Array(positions), 3));
    geometry.setAttribute("uv", new BufferAttribute(new Float32Array(uv), 2));
    geometry.setIndex(corners);
    this.mesh = new Mesh(geometry, new MeshBasicMaterial());
    this.mesh.matrixAutoUpdate = false;
    this.mesh.visible = false;
    this.mesh.renderOrder = 1;
  }

  show(target) {
    const material = this.mesh.material;
    if (material.map !== target.texture) Object.assign(material, { map: target.texture, needsUpdate: !material.map });
    this.mesh.visible = true;
  }

  /** What is visible of the scene, seen from straight above. */
  woven(renderer, scene, target) {
    const { columns, rows, cell, origin } = this.grid;
    const [width, height] = [columns * cell, rows * cell];
    target ??= new WebGLRenderTarget(width >= height ? pixels : Math.round(pixels * width / height), width >= height ? Math.round(pixels * height / width) : pixels,
      { stencilBuffer: true, minFilter: LinearMipmapLinearFilter, magFilter: LinearFilter, generateMipmaps: true });
    const camera = new OrthographicCamera(-width / 2, width / 2, height / 2, -height / 2, 1, 20000);
    camera.position.set(origin[0] + width / 2, origin[1] + height / 2, 10000);
    camera.updateMatrixWorld();
    renderer.setRenderTarget(target);
    renderer.clear();
    renderer.render(scene, camera);
    renderer.setRenderTarget(null);
    return target;
  }
}
