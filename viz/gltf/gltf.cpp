#include "viz/gltf/gltf.h"

#include <algorithm>
#include <cmath>
#include <sstream>
#include <stdexcept>

#include "viz/gltf/gltf_buffer.h"
#include "viz/gltf/png.h"
#include "viz/scene/land_meshes.h"
#include "viz/scene/object_record.h"

namespace parktwin::viz {
namespace {

/// The library throws at bytes that are no UTF-8; here they become the sign for such.
std::string readable(const std::string& text) {
  return RecordFields::parse(RecordFields(text).dump(-1, ' ', false, RecordFields::error_handler_t::replace)).get<std::string>();
}

tinygltf::Value value_of(const RecordFields& json) {
  if (json.is_object()) {
    tinygltf::Value::Object object;
    for (const auto& [name, member] : json.items()) object.emplace(name, value_of(member));
    return tinygltf::Value(std::move(object));
  }
  if (json.is_array()) {
    tinygltf::Value::Array list;
    for (const auto& member : json) list.push_back(value_of(member));
    return tinygltf::Value(std::move(list));
  }
  if (json.is_boolean()) return tinygltf::Value(json.get<bool>());
  if (json.is_number_integer()) return tinygltf::Value(json.get<int>());
  if (json.is_number()) return tinygltf::Value(json.get<double>());
  return tinygltf::Value(readable(json.get<std::string>()));
}

bool translucent(const Mesh& mesh) {
  return std::any_of(mesh.colours.begin(), mesh.colours.end(), [](const Colour& colour) { return colour.alpha < 1.0F; });
}

/// Thousands of small things that nobody picks one by one.
bool is_one_object(const std::string& mesh) { return mesh == "trees" || mesh == "road_markings" || mesh == "zone_outlines"; }

class Writer {
 public:
  Writer(const Scene& scene, const Park& park) : scene_(scene), park_(park), buffer_(model_) {}

  std::string write() {
    model_.asset.version = "2.0";
    model_.asset.generator = "parktwin";
    // The scene's z is up; glTF's y is.
    const double half_root = std::sqrt(0.5);
    const int root = add_node({}, readable(scene_.title));
    model_.nodes[0].rotation = {-half_root, 0.0, 0.0, half_root};
    for (const Mesh& mesh : scene_.meshes) {
      // Viewers cast their own shadows, and would blend ours over themselves where they overlap.
      if (mesh.triangles.empty() || mesh.name == "shadows") continue;
      add_child(root, add_mesh(mesh));
      if (mesh.name == "ground" && scene_.drape) add_child(root, add_drape(mesh));
    }
    tinygltf::Scene scene;
    scene.name = readable(scene_.title);
    scene.nodes = {root};
    scene.extras = scene_extras();
    model_.scenes.push_back(std::move(scene));
    model_.defaultScene = 0;
    std::ostringstream stream(std::ios::binary);
    tinygltf::TinyGLTF library;
    if (!library.WriteGltfSceneToStream(&model_, stream, false, true))
      throw std::runtime_error("the glTF library could not write the model");
    return stream.str();
  }

 private:
  int add_node(std::vector<tinygltf::Primitive> primitives, const std::string& name) {
    tinygltf::Node node;
    node.name = name;
    if (!primitives.empty()) {
      tinygltf::Mesh mesh;
      mesh.name = name;
      mesh.primitives = std::move(primitives);
      model_.meshes.push_back(std::move(mesh));
      node.mesh = static_cast<int>(model_.meshes.size() - 1);
    }
    model_.nodes.push_back(std::move(node));
    return static_cast<int>(model_.nodes.size() - 1);
  }
  void add_child(int parent, int child) { model_.nodes[static_cast<std::size_t>(parent)].children.push_back(child); }

  int add_mesh(const Mesh& mesh) {
    const int material = material_of(mesh.shaded, translucent(mesh));
    const std::size_t triangles = mesh.triangles.size() / 3;
    if (mesh.groups.empty() || is_one_object(mesh.name)) return add_node({buffer_.add(mesh, {0, triangles}, material)}, mesh.name);
    const int parent = add_node({}, mesh.name);
    const auto records = records_of(park_, mesh.name);
    if (const std::size_t first = mesh.groups.front().first_triangle; first > 0) {
      add_child(parent, add_node({buffer_.add(mesh, {0, first}, material)}, mesh.name));
    }
    for (std::size_t i = 0; i < mesh.groups.size(); ++i) {
      const MeshPart part{mesh.groups[i].first_triangle, i + 1 < mesh.groups.size() ? mesh.groups[i + 1].first_triangle : triangles};
      if (part.first_triangle == part.end_triangle) continue;
      const int node = add_node({buffer_.add(mesh, part, material)}, mesh.groups[i].record);
      const auto record = records.find(mesh.groups[i].record);
      if (record != records.end()) model_.nodes[static_cast<std::size_t>(node)].extras = value_of(record->second);
      add_child(parent, node);
    }
    return parent;
  }

  int add_drape(const Mesh& ground) {
    Mesh raised = ground;
    for (Vertex& vertex : raised.vertices) vertex.position[2] += static_cast<float>(lift::drape);
    std::fill(raised.colours.begin(), raised.colours.end(), Colour{1.0F, 1.0F, 1.0F, 1.0F});
    const PngImage image = png_of(*scene_.drape);
    tinygltf::Primitive primitive = buffer_.add(raised, {0, raised.triangles.size() / 3}, drape_material(image));
    const auto [low, high] = std::minmax_element(raised.triangles.begin(), raised.triangles.end());
    std::vector<std::array<float, 2>> coordinates;
    const GridFrame& frame = scene_.drape->frame;
    const double pixel = frame.cell_size * image.step;
    for (std::size_t i = *low; i <= *high; ++i) {
      const auto& at = raised.vertices[i].position;
      const double column = 1.0 + (static_cast<double>(at[0]) - frame.origin.x) / pixel;
      const double row = 1.0 + (static_cast<double>(at[1]) - frame.origin.y) / pixel;
      coordinates.push_back({static_cast<float>(column / image.columns), static_cast<float>(1.0 - row / image.rows)});
    }
    primitive.attributes["TEXCOORD_0"] = buffer_.add_coordinates(coordinates);
    return add_node({std::move(primitive)}, "map");
  }

  int drape_material(const PngImage& png) {
    tinygltf::Image image;
    image.name = "map";
    image.mimeType = "image/png";
    image.bufferView = buffer_.add_bytes(png.bytes);
    model_.images.push_back(std::move(image));
    tinygltf::Sampler sampler;
    sampler.magFilter = TINYGLTF_TEXTURE_FILTER_LINEAR;
    sampler.minFilter = TINYGLTF_TEXTURE_FILTER_LINEAR_MIPMAP_LINEAR;
    sampler.wrapS = sampler.wrapT = TINYGLTF_TEXTURE_WRAP_CLAMP_TO_EDGE;
    model_.samplers.push_back(sampler);
    tinygltf::Texture texture;
    texture.source = 0;
    texture.sampler = 0;
    model_.textures.push_back(texture);
    const int number = material_of(false, true);
    model_.materials.push_back(model_.materials[static_cast<std::size_t>(number)]);
    model_.materials.back().name = "map";
    model_.materials.back().pbrMetallicRoughness.baseColorTexture.index = 0;
    return static_cast<int>(model_.materials.size() - 1);
  }

  int material_of(bool shaded, bool blended) {
    const std::string name = std::string(shaded ? "lit" : "unlit") + (blended ? ", translucent" : "");
    for (std::size_t i = 0; i < model_.materials.size(); ++i) {
      if (model_.materials[i].name == name) return static_cast<int>(i);
    }
    tinygltf::Material material;
    material.name = name;
    material.pbrMetallicRoughness.metallicFactor = 0.0;
    material.pbrMetallicRoughness.roughnessFactor = 1.0;
    material.alphaMode = blended ? "BLEND" : "OPAQUE";
    if (!shaded) {
      material.extensions["KHR_materials_unlit"] = tinygltf::Value(tinygltf::Value::Object{});
      if (model_.extensionsUsed.empty()) model_.extensionsUsed.emplace_back("KHR_materials_unlit");
    }
    model_.materials.push_back(std::move(material));
    return static_cast<int>(model_.materials.size() - 1);
  }

  [[nodiscard]] tinygltf::Value scene_extras() const {
    RecordFields extras{{"title", scene_.title}, {"subtitle", scene_.subtitle}, {"crs", park_.site->crs}};
    extras["origin_easting_m"] = park_.site->origin_easting.value();
    extras["origin_northing_m"] = park_.site->origin_northing.value();
    extras["legends"] = RecordFields::array();
    for (const Legend& legend : scene_.legends) {
      RecordFields entries = RecordFields::array();
      for (const LegendEntry& entry : legend.entries) {
        entries.push_back({{"text", entry.text}, {"srgb", {entry.colour.red, entry.colour.green, entry.colour.blue, entry.colour.alpha}}});
      }
      extras["legends"].push_back({{"title", legend.title}, {"continuous", legend.continuous}, {"entries", std::move(entries)}});
    }
    return value_of(extras);
  }

  const Scene& scene_;
  const Park& park_;
  tinygltf::Model model_;
  GltfBuffer buffer_;
};

}  // namespace

std::string glb_of(const Scene& scene, const Park& park) { return Writer(scene, park).write(); }

}  // namespace parktwin::viz
