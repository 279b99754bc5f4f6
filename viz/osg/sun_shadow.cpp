#include "viz/osg/sun_shadow.h"

#include <algorithm>
#include <array>
#include <limits>
#include <osg/Camera>
#include <osg/CullFace>
#include <osg/Program>
#include <osg/Texture2D>
#include <osg/Uniform>

namespace parktwin::viz {
namespace {

constexpr int map_side = 6144;  // 0.9 m a texel on a park of 4 km × 3 km; 150 MB
constexpr int map_unit = 1;

// The light is that of the fixed pipeline, vertex by vertex; only what the sun does not reach differs.
constexpr const char* vertex_source = R"(#version 120
uniform mat4 to_map;
uniform float aside;
varying vec3 place;
varying float facing;
void main() {
  vec3 normal = normalize(gl_NormalMatrix * gl_Normal);
  facing = max(0.0, dot(normal, normalize(gl_LightSource[0].position.xyz)));
  gl_FrontColor = vec4(min(gl_Color.rgb * (gl_LightSource[0].ambient.rgb + gl_LightSource[0].diffuse.rgb * facing), 1.0), gl_Color.a);
  place = (to_map * vec4(gl_Vertex.xyz + gl_Normal * aside, 1.0)).xyz;
  gl_Position = ftransform();
}
)";

constexpr const char* fragment_source = R"(#version 120
uniform sampler2DShadow map;
uniform vec4 shadow;
uniform float texel;
varying vec3 place;
varying float facing;
void main() {
  float seen = 0.0;
  for (int i = -1; i <= 1; i += 2)
    for (int j = -1; j <= 1; j += 2) seen += 0.25 * shadow2D(map, place + vec3(0.5 * texel * vec2(i, j), 0.0)).r;
  float share = facing > 0.0 ? shadow.a * (1.0 - seen) : 0.0;
  gl_FragColor = vec4(mix(gl_Color.rgb, shadow.rgb, share), gl_Color.a);
}
)";

struct SunView {
  osg::Matrixd view;
  osg::Matrixd projection;
  double metres_per_texel = 1.0;
};

/// Everything that stands, seen from the sun, as large as the map allows.
SunView sun_view(const Scene& scene) {
  const osg::Vec3d to_sun(scene.to_sun[0], scene.to_sun[1], scene.to_sun[2]);
  const osg::Vec3d middle(0.5 * (scene.low[0] + scene.high[0]), 0.5 * (scene.low[1] + scene.high[1]), scene.low[2]);
  const osg::Vec3d up = to_sun.z() > 0.99 ? osg::Vec3d(0.0, 1.0, 0.0) : osg::Vec3d(0.0, 0.0, 1.0);
  SunView sun;
  sun.view = osg::Matrixd::lookAt(middle + to_sun, middle, up);
  osg::Vec3d low(1e30, 1e30, 1e30);
  osg::Vec3d high = -low;
  for (const Mesh& mesh : scene.meshes) {
    if (!stands_in_the_sun(mesh)) continue;
    for (const Vertex& vertex : mesh.vertices) {
      const osg::Vec3d seen = osg::Vec3d(vertex.position[0], vertex.position[1], vertex.position[2]) * sun.view;
      for (int k = 0; k < 3; ++k) {
        low[k] = std::min(low[k], seen[k]);
        high[k] = std::max(high[k], seen[k]);
      }
    }
  }
  const double margin = 2.0;
  sun.projection =
      osg::Matrixd::ortho(low.x() - margin, high.x() + margin, low.y() - margin, high.y() + margin, -high.z() - margin, -low.z() + margin);
  sun.metres_per_texel = (std::max(high.x() - low.x(), high.y() - low.y()) + 2.0 * margin) / map_side;
  return sun;
}

osg::ref_ptr<osg::Texture2D> depth_texture() {
  osg::ref_ptr<osg::Texture2D> texture = new osg::Texture2D;
  texture->setTextureSize(map_side, map_side);
  texture->setInternalFormat(GL_DEPTH_COMPONENT24);
  texture->setSourceFormat(GL_DEPTH_COMPONENT);
  texture->setSourceType(GL_UNSIGNED_INT);
  texture->setFilter(osg::Texture::MIN_FILTER, osg::Texture::LINEAR);
  texture->setFilter(osg::Texture::MAG_FILTER, osg::Texture::LINEAR);
  texture->setWrap(osg::Texture::WRAP_S, osg::Texture::CLAMP_TO_EDGE);
  texture->setWrap(osg::Texture::WRAP_T, osg::Texture::CLAMP_TO_EDGE);
  texture->setShadowComparison(true);
  texture->setShadowCompareFunc(osg::Texture::LEQUAL);
  return texture;
}

osg::ref_ptr<osg::Camera> map_camera(const SunView& sun, osg::Texture2D& texture) {
  osg::ref_ptr<osg::Camera> camera = new osg::Camera;
  camera->setReferenceFrame(osg::Camera::ABSOLUTE_RF);
  camera->setRenderOrder(osg::Camera::PRE_RENDER);
  camera->setRenderTargetImplementation(osg::Camera::FRAME_BUFFER_OBJECT);
  camera->setImplicitBufferAttachmentMask(0, 0);
  camera->attach(osg::Camera::DEPTH_BUFFER, &texture);
  camera->setViewport(0, 0, map_side, map_side);
  camera->setClearMask(GL_DEPTH_BUFFER_BIT);
  camera->setComputeNearFarMode(osg::CullSettings::DO_NOT_COMPUTE_NEAR_FAR);
  camera->setCullingActive(false);
  camera->setViewMatrix(sun.view);
  camera->setProjectionMatrix(sun.projection);
  constexpr auto above = osg::StateAttribute::ON | osg::StateAttribute::OVERRIDE;
  osg::StateSet& state = *camera->getOrCreateStateSet();
  state.setAttributeAndModes(new osg::CullFace(osg::CullFace::FRONT), above);
  state.setMode(GL_LIGHTING, osg::StateAttribute::OFF | osg::StateAttribute::OVERRIDE);
  return camera;
}

/// The colour of the shadows on the ground.
osg::Vec4f shadow_colour(const Scene& scene) {
  const auto found = std::find_if(scene.meshes.begin(), scene.meshes.end(),
                                  [](const Mesh& mesh) { return mesh.name == "shadows" && !mesh.colours.empty(); });
  if (found == scene.meshes.end()) return {0.0F, 0.0F, 0.0F, 0.0F};
  const Colour& colour = found->colours.front();
  return {colour.red, colour.green, colour.blue, colour.alpha};
}

void set_shadow_state(osg::StateSet& state, const Scene& scene, const SunView& sun, osg::Texture2D& texture) {
  osg::ref_ptr<osg::Program> program = new osg::Program;
  program->addShader(new osg::Shader(osg::Shader::VERTEX, vertex_source));
  program->addShader(new osg::Shader(osg::Shader::FRAGMENT, fragment_source));
  state.setAttributeAndModes(program.get());
  state.setTextureAttribute(map_unit, &texture);
  const osg::Matrixd to_map = sun.view * sun.projection * osg::Matrixd::translate(1.0, 1.0, 1.0) * osg::Matrixd::scale(0.5, 0.5, 0.5);
  state.addUniform(new osg::Uniform("map", map_unit));
  state.addUniform(new osg::Uniform("to_map", osg::Matrixf(to_map)));
  state.addUniform(new osg::Uniform("aside", static_cast<float>(0.5 * sun.metres_per_texel)));
  state.addUniform(new osg::Uniform("texel", 1.0F / static_cast<float>(map_side)));
  state.addUniform(new osg::Uniform("shadow", shadow_colour(scene)));
}

}  // namespace

bool stands_in_the_sun(const Mesh& mesh) {
  constexpr std::array names{"buildings", "pipe_galleries", "solar", "trees", "masts"};
  return !mesh.veil && std::find(names.begin(), names.end(), mesh.name) != names.end();
}

osg::ref_ptr<osg::Group> shadowed(const Scene& scene, const std::vector<osg::ref_ptr<osg::Node>>& nodes) {
  osg::ref_ptr<osg::Group> all = new osg::Group;
  if (nodes.empty()) return all;
  const SunView sun = sun_view(scene);
  const osg::ref_ptr<osg::Texture2D> texture = depth_texture();
  const osg::ref_ptr<osg::Camera> camera = map_camera(sun, *texture);
  osg::ref_ptr<osg::Group> drawn = new osg::Group;
  set_shadow_state(*drawn->getOrCreateStateSet(), scene, sun, *texture);
  for (const auto& node : nodes) {
    camera->addChild(node.get());
    drawn->addChild(node.get());
  }
  all->addChild(camera.get());
  all->addChild(drawn.get());
  return all;
}

}  // namespace parktwin::viz
