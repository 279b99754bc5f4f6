#include "viz/osg/scene_nodes.h"

#include <algorithm>
#include <cmath>
#include <osg/AlphaFunc>
#include <osg/BlendFunc>
#include <osg/ColorMask>
#include <osg/CullFace>
#include <osg/Depth>
#include <osg/Geometry>
#include <osg/LightModel>
#include <osg/LightSource>
#include <osg/Material>
#include <osg/Stencil>
#include <osg/TexEnv>
#include <osg/Texture2D>

#include "viz/osg/sun_shadow.h"
#include "viz/osg/tiles.h"
#include "viz/scene/colour_scale.h"
#include "viz/scene/land_meshes.h"

namespace parktwin::viz {
namespace {

// Level ground is lit to exactly its own colour: ambient + diffuse · (sun's height above the horizon as a sine) = 1.
constexpr float ambient = 0.58F;

constexpr int tiles_a_side = 8;

// Solid meshes come last first, each in a bin of its own: what stands and lies on top hides what is below before that is coloured.
enum Bin { last_solid_bin = 80, drape_bin = 81, translucent_bin = 82, veil_depth_bin = 83, veil_bin = 84 };  // 100: the head-up

osg::ref_ptr<osg::Geometry> geometry_of(const Mesh& mesh) {
  osg::ref_ptr<osg::Vec3Array> positions = new osg::Vec3Array;
  osg::ref_ptr<osg::Vec3Array> normals = new osg::Vec3Array;
  osg::ref_ptr<osg::Vec4ubArray> colours = new osg::Vec4ubArray;
  positions->reserve(mesh.vertices.size());
  normals->reserve(mesh.vertices.size());
  colours->reserve(mesh.vertices.size());
  for (std::size_t i = 0; i < mesh.vertices.size(); ++i) {
    const Vertex& vertex = mesh.vertices[i];
    positions->push_back({vertex.position[0], vertex.position[1], vertex.position[2]});
    normals->push_back({vertex.normal[0], vertex.normal[1], vertex.normal[2]});
    const auto bytes = to_bytes(mesh.colours[i]);
    colours->push_back({bytes[0], bytes[1], bytes[2], bytes[3]});
  }
  colours->setNormalize(true);
  osg::ref_ptr<osg::Geometry> geometry = new osg::Geometry;
  geometry->setName(mesh.name);
  geometry->setUseDisplayList(false);
  geometry->setUseVertexBufferObjects(true);
  geometry->setVertexArray(positions.get());
  geometry->setNormalArray(normals.get(), osg::Array::BIND_PER_VERTEX);
  geometry->setColorArray(colours.get(), osg::Array::BIND_PER_VERTEX);
  osg::ref_ptr<osg::DrawElementsUInt> triangles = new osg::DrawElementsUInt(GL_TRIANGLES, mesh.triangles.begin(), mesh.triangles.end());
  geometry->addPrimitiveSet(triangles.get());
  return geometry;
}

bool translucent(const Mesh& mesh) {
  return std::any_of(mesh.colours.begin(), mesh.colours.end(), [](const Colour& colour) { return colour.alpha < 1.0F; });
}

void blend_once_per_pixel(osg::StateSet& state, int mesh_number) {
  state.setMode(GL_BLEND, osg::StateAttribute::ON);
  state.setAttributeAndModes(new osg::Depth(osg::Depth::LESS, 0.0, 1.0, false));
  osg::ref_ptr<osg::Stencil> once = new osg::Stencil;
  once->setFunction(osg::Stencil::NOTEQUAL, mesh_number, ~0U);
  once->setOperation(osg::Stencil::KEEP, osg::Stencil::KEEP, osg::Stencil::REPLACE);
  state.setAttributeAndModes(once.get());
  state.setRenderBinDetails(translucent_bin, "RenderBin");
}

/// Drawn twice: the first time only the depth counts, so that the second blends what is nearest and nothing behind it.
osg::ref_ptr<osg::Node> veil_node(osg::Node& drawn) {
  osg::ref_ptr<osg::Group> depth = new osg::Group;
  depth->addChild(&drawn);
  osg::StateSet& first = *depth->getOrCreateStateSet();
  constexpr auto above = osg::StateAttribute::ON | osg::StateAttribute::OVERRIDE;
  first.setAttributeAndModes(new osg::ColorMask(false, false, false, false), above);
  first.setAttributeAndModes(new osg::AlphaFunc(osg::AlphaFunc::GREATER, 0.0F), above);
  first.setAttributeAndModes(new osg::Depth(osg::Depth::LESS), above);
  first.setRenderBinDetails(veil_depth_bin, "RenderBin", osg::StateSet::OVERRIDE_RENDERBIN_DETAILS);
  osg::ref_ptr<osg::Group> colour = new osg::Group;
  colour->addChild(&drawn);
  osg::StateSet& second = *colour->getOrCreateStateSet();
  second.setMode(GL_BLEND, above);
  second.setAttributeAndModes(new osg::Depth(osg::Depth::LEQUAL, 0.0, 1.0, false), above);
  second.setRenderBinDetails(veil_bin, "RenderBin", osg::StateSet::OVERRIDE_RENDERBIN_DETAILS);
  osg::ref_ptr<osg::Group> both = new osg::Group;
  both->addChild(depth.get());
  both->addChild(colour.get());
  return both;
}

/// Every n-th pixel, so that no side exceeds what drivers take.
osg::ref_ptr<osg::Image> image_of(const Drape& drape) {
  constexpr std::int32_t largest = 8192;
  const std::int32_t step = 1 + (std::max(drape.frame.columns, drape.frame.rows) - 1) / largest;
  const std::int32_t columns = (drape.frame.columns + step - 1) / step;
  const std::int32_t rows = (drape.frame.rows + step - 1) / step;
  osg::ref_ptr<osg::Image> image = new osg::Image;
  image->allocateImage(columns, rows, 1, GL_RGBA, GL_UNSIGNED_BYTE);
  for (std::int32_t row = 0; row < rows; ++row) {
    for (std::int32_t column = 0; column < columns; ++column) {
      const auto& pixel = drape.pixels[drape.frame.index(column * step, row * step)];
      std::copy(pixel.begin(), pixel.end(), image->data(static_cast<unsigned>(column), static_cast<unsigned>(row)));
    }
  }
  return image;
}

/// Whether the map has a pixel within the box or near it. Near: smoothing and the smaller images of the map reach farther than a pixel.
bool shows_map(const Drape& drape, const Box& box) {
  constexpr std::int32_t reach = 8;
  const GridFrame& frame = drape.frame;
  const auto cell = [&](double at, double origin) { return static_cast<std::int32_t>(std::floor((at - origin) / frame.cell_size)); };
  const std::int32_t last_row = std::min(frame.rows - 1, cell(box.high.y, frame.origin.y) + reach);
  const std::int32_t last_column = std::min(frame.columns - 1, cell(box.high.x, frame.origin.x) + reach);
  for (std::int32_t row = std::max(0, cell(box.low.y, frame.origin.y) - reach); row <= last_row; ++row) {
    for (std::int32_t column = std::max(0, cell(box.low.x, frame.origin.x) - reach); column <= last_column; ++column) {
      if (drape.pixels[frame.index(column, row)][3] != 0) return true;
    }
  }
  return false;
}

/// The triangles of the ground on which the map shows something: beside a park as much ground is seen as in it.
std::vector<std::uint32_t> triangles_under(const Mesh& ground, const Drape& drape) {
  std::vector<std::uint32_t> kept;
  for (std::size_t i = 0; i + 2 < ground.triangles.size(); i += 3) {
    const auto corner = [&](std::size_t k) {
      const auto& at = ground.vertices[ground.triangles[i + k]].position;
      return Point{at[0], at[1]};
    };
    const auto [west, east] = std::minmax({corner(0).x, corner(1).x, corner(2).x});
    const auto [south, north] = std::minmax({corner(0).y, corner(1).y, corner(2).y});
    if (shows_map(drape, {{west, south}, {east, north}}))
      kept.insert(kept.end(), {ground.triangles[i], ground.triangles[i + 1], ground.triangles[i + 2]});
  }
  return kept;
}

osg::ref_ptr<osg::LightSource> sun_of(const Scene& scene) {
  const float diffuse = (1.0F - ambient) / std::max(scene.to_sun[2], 0.1F);
  osg::ref_ptr<osg::Light> light = new osg::Light(0);
  light->setPosition({scene.to_sun[0], scene.to_sun[1], scene.to_sun[2], 0.0F});
  light->setAmbient({ambient, ambient, ambient, 1.0F});
  light->setDiffuse({diffuse, diffuse, diffuse, 1.0F});
  light->setSpecular({0.0F, 0.0F, 0.0F, 1.0F});
  osg::ref_ptr<osg::LightSource> source = new osg::LightSource;
  source->setLight(light.get());
  source->setReferenceFrame(osg::LightSource::RELATIVE_RF);
  return source;
}

void set_common_state(osg::StateSet& state) {
  osg::ref_ptr<osg::Material> material = new osg::Material;
  material->setColorMode(osg::Material::AMBIENT_AND_DIFFUSE);
  material->setSpecular(osg::Material::FRONT_AND_BACK, {0.0F, 0.0F, 0.0F, 1.0F});
  material->setEmission(osg::Material::FRONT_AND_BACK, {0.0F, 0.0F, 0.0F, 1.0F});
  state.setAttributeAndModes(material.get());
  osg::ref_ptr<osg::LightModel> model = new osg::LightModel;
  model->setAmbientIntensity({0.0F, 0.0F, 0.0F, 1.0F});
  state.setAttributeAndModes(model.get());
  state.setMode(GL_LIGHTING, osg::StateAttribute::ON);
  state.setMode(GL_LIGHT0, osg::StateAttribute::ON);
  state.setAttributeAndModes(new osg::CullFace(osg::CullFace::BACK));
  state.setAttributeAndModes(new osg::BlendFunc(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA));
  state.setMode(GL_BLEND, osg::StateAttribute::OFF);
  state.setAttributeAndModes(new osg::Depth(osg::Depth::LESS));
}

}  // namespace

osg::ref_ptr<osg::Node> mesh_node(const Mesh& mesh, int number) {
  osg::ref_ptr<osg::Geometry> geometry = geometry_of(mesh);
  osg::StateSet& state = *geometry->getOrCreateStateSet();
  state.setMode(GL_LIGHTING, mesh.shaded ? osg::StateAttribute::ON : osg::StateAttribute::OFF);
  if (mesh.veil) return veil_node(*geometry);
  state.setRenderBinDetails(std::max(1, last_solid_bin - number), "RenderBin");
  if (translucent(mesh)) blend_once_per_pixel(state, number);
  if (mesh.triangles.size() / 3 > triangles_worth_tiles) return tiled(*geometry, tiles_a_side);
  return geometry;
}

osg::ref_ptr<osg::Node> drape_node(const Mesh& ground, const Drape& drape) {
  Mesh raised = ground;
  raised.triangles = triangles_under(ground, drape);
  for (Vertex& vertex : raised.vertices) vertex.position[2] += static_cast<float>(lift::drape);
  std::fill(raised.colours.begin(), raised.colours.end(), Colour{1.0F, 1.0F, 1.0F, 1.0F});
  osg::ref_ptr<osg::Geometry> geometry = geometry_of(raised);
  const GridFrame& frame = drape.frame;
  osg::ref_ptr<osg::Vec2Array> coordinates = new osg::Vec2Array;
  for (const Vertex& vertex : raised.vertices) {
    coordinates->push_back({static_cast<float>((vertex.position[0] - frame.origin.x) / (frame.columns * frame.cell_size)),
                            static_cast<float>((vertex.position[1] - frame.origin.y) / (frame.rows * frame.cell_size))});
  }
  geometry->setTexCoordArray(0, coordinates.get(), osg::Array::BIND_PER_VERTEX);
  osg::ref_ptr<osg::Texture2D> texture = new osg::Texture2D(image_of(drape).get());
  texture->setResizeNonPowerOfTwoHint(false);
  texture->setFilter(osg::Texture::MIN_FILTER, osg::Texture::LINEAR_MIPMAP_LINEAR);
  texture->setFilter(osg::Texture::MAG_FILTER, osg::Texture::LINEAR);
  texture->setWrap(osg::Texture::WRAP_S, osg::Texture::CLAMP_TO_BORDER);
  texture->setWrap(osg::Texture::WRAP_T, osg::Texture::CLAMP_TO_BORDER);
  texture->setBorderColor(osg::Vec4d(0.0, 0.0, 0.0, 0.0));
  osg::StateSet& state = *geometry->getOrCreateStateSet();
  state.setTextureAttributeAndModes(0, texture.get());
  state.setTextureAttributeAndModes(0, new osg::TexEnv(osg::TexEnv::REPLACE));
  state.setMode(GL_LIGHTING, osg::StateAttribute::OFF);
  state.setMode(GL_BLEND, osg::StateAttribute::ON);
  state.setAttributeAndModes(new osg::Depth(osg::Depth::LESS, 0.0, 1.0, false));
  state.setRenderBinDetails(drape_bin, "RenderBin");
  if (ground.veil) return veil_node(*geometry);
  return geometry;
}

osg::ref_ptr<osg::Group> scene_nodes(const Scene& scene) {
  osg::ref_ptr<osg::Group> root = new osg::Group;
  root->addChild(sun_of(scene).get());
  set_common_state(*root->getOrCreateStateSet());
  int number = 0;
  std::vector<osg::ref_ptr<osg::Node>> in_the_sun;
  for (const Mesh& mesh : scene.meshes) {
    if (mesh.triangles.empty()) continue;
    const osg::ref_ptr<osg::Node> node = mesh_node(mesh, ++number);
    if (scene.shadows_on_buildings && stands_in_the_sun(mesh)) {
      in_the_sun.push_back(node);
    } else {
      root->addChild(node.get());
    }
    if (mesh.name == "ground" && scene.drape) root->addChild(drape_node(mesh, *scene.drape).get());
  }
  if (!in_the_sun.empty()) root->addChild(shadowed(scene, in_the_sun).get());
  return root;
}

}  // namespace parktwin::viz
