#include "viz/gltf/gltf_buffer.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

namespace parktwin::viz {
namespace {

/// IEC 61966-2-1 to linear light.
std::uint16_t linear(float srgb) {
  const double value = std::clamp(static_cast<double>(srgb), 0.0, 1.0);
  const double light = value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
  return static_cast<std::uint16_t>(std::lround(light * 65535.0));
}

std::uint16_t coverage(float alpha) {
  return static_cast<std::uint16_t>(std::lround(std::clamp(static_cast<double>(alpha), 0.0, 1.0) * 65535.0));
}

}  // namespace

int GltfBuffer::add_view(const void* data, std::size_t bytes, int target) {
  std::vector<unsigned char>& all = model_.buffers.front().data;
  all.resize((all.size() + 3) / 4 * 4);
  tinygltf::BufferView view;
  view.buffer = 0;
  view.byteOffset = all.size();
  view.byteLength = bytes;
  view.target = target;
  const auto* from = static_cast<const unsigned char*>(data);
  all.insert(all.end(), from, from + bytes);
  model_.bufferViews.push_back(std::move(view));
  return static_cast<int>(model_.bufferViews.size() - 1);
}

int GltfBuffer::add_accessor(int view, int component, int type, std::size_t count) {
  tinygltf::Accessor accessor;
  accessor.bufferView = view;
  accessor.componentType = component;
  accessor.type = type;
  accessor.count = count;
  model_.accessors.push_back(std::move(accessor));
  return static_cast<int>(model_.accessors.size() - 1);
}

template <class Index>
int GltfBuffer::add_indices(std::span<const std::uint32_t> corners, std::uint32_t first) {
  std::vector<Index> indices(corners.size());
  std::transform(corners.begin(), corners.end(), indices.begin(), [&](std::uint32_t corner) { return static_cast<Index>(corner - first); });
  constexpr int component = sizeof(Index) == 2 ? TINYGLTF_COMPONENT_TYPE_UNSIGNED_SHORT : TINYGLTF_COMPONENT_TYPE_UNSIGNED_INT;
  return add_accessor(add_view(indices.data(), indices.size() * sizeof(Index), TINYGLTF_TARGET_ELEMENT_ARRAY_BUFFER), component,
                      TINYGLTF_TYPE_SCALAR, indices.size());
}

tinygltf::Primitive GltfBuffer::add(const Mesh& mesh, MeshPart part, int material) {
  const auto corners = std::span(mesh.triangles).subspan(3 * part.first_triangle, 3 * (part.end_triangle - part.first_triangle));
  const auto [low, high] = std::minmax_element(corners.begin(), corners.end());
  const std::size_t first = *low;
  const std::size_t count = *high - first + 1;
  std::vector<std::array<float, 3>> positions(count);
  std::vector<std::array<float, 3>> normals(count);
  std::vector<std::array<std::uint16_t, 4>> colours(count);
  constexpr float infinity = std::numeric_limits<float>::infinity();
  std::array<float, 3> least{infinity, infinity, infinity};
  std::array<float, 3> most{-infinity, -infinity, -infinity};
  for (std::size_t i = 0; i < count; ++i) {
    const Vertex& vertex = mesh.vertices[first + i];
    positions[i] = vertex.position;
    const auto& n = vertex.normal;
    const float size = std::sqrt(n[0] * n[0] + n[1] * n[1] + n[2] * n[2]);
    normals[i] = size > 0.0F ? std::array<float, 3>{n[0] / size, n[1] / size, n[2] / size} : std::array<float, 3>{0.0F, 0.0F, 1.0F};
    const Colour& colour = mesh.colours[first + i];
    colours[i] = {linear(colour.red), linear(colour.green), linear(colour.blue), coverage(colour.alpha)};
    for (std::size_t k = 0; k < 3; ++k) {
      least[k] = std::min(least[k], positions[i][k]);
      most[k] = std::max(most[k], positions[i][k]);
    }
  }

  const auto vertices = [&](const auto& values, int component, int type) {
    return add_accessor(add_view(values.data(), values.size() * sizeof values[0], TINYGLTF_TARGET_ARRAY_BUFFER), component, type, count);
  };
  tinygltf::Primitive primitive;
  primitive.mode = TINYGLTF_MODE_TRIANGLES;
  primitive.material = material;
  const int position = vertices(positions, TINYGLTF_COMPONENT_TYPE_FLOAT, TINYGLTF_TYPE_VEC3);
  model_.accessors.back().minValues.assign(least.begin(), least.end());
  model_.accessors.back().maxValues.assign(most.begin(), most.end());
  primitive.attributes["POSITION"] = position;
  primitive.attributes["NORMAL"] = vertices(normals, TINYGLTF_COMPONENT_TYPE_FLOAT, TINYGLTF_TYPE_VEC3);
  primitive.attributes["COLOR_0"] = vertices(colours, TINYGLTF_COMPONENT_TYPE_UNSIGNED_SHORT, TINYGLTF_TYPE_VEC4);
  model_.accessors.back().normalized = true;
  // 65535 is not among them: it restarts primitives.
  primitive.indices = count <= 65535 ? add_indices<std::uint16_t>(corners, *low) : add_indices<std::uint32_t>(corners, *low);
  return primitive;
}

int GltfBuffer::add_coordinates(std::span<const std::array<float, 2>> coordinates) {
  return add_accessor(add_view(coordinates.data(), coordinates.size_bytes(), TINYGLTF_TARGET_ARRAY_BUFFER), TINYGLTF_COMPONENT_TYPE_FLOAT,
                      TINYGLTF_TYPE_VEC2, coordinates.size());
}

int GltfBuffer::add_bytes(std::span<const char> bytes) { return add_view(bytes.data(), bytes.size(), 0); }

}  // namespace parktwin::viz
