#pragma once
// Numbers on their way into the buffer of a glTF model: views and accessors of whole meshes or of parts of them.
#include <span>

#include <tiny_gltf.h>

#include "viz/scene/scene.h"

namespace parktwin::viz {

/// Triangles [first_triangle, end_triangle) of a mesh.
struct MeshPart {
  std::size_t first_triangle = 0;
  std::size_t end_triangle = 0;
};

class GltfBuffer {
 public:
  explicit GltfBuffer(tinygltf::Model& model) : model_(model) { model_.buffers.emplace_back(); }

  /// A primitive with positions, normals and colours (linear light, as glTF wants them) of the part's vertices. Precondition: it holds a
  /// triangle.
  [[nodiscard]] tinygltf::Primitive add(const Mesh& mesh, MeshPart part, int material);
  /// Texture coordinates; the accessor's number.
  [[nodiscard]] int add_coordinates(std::span<const std::array<float, 2>> coordinates);
  /// Bytes of an image file; the view's number.
  [[nodiscard]] int add_bytes(std::span<const char> bytes);

 private:
  int add_view(const void* data, std::size_t bytes, int target);
  template <class Index>
  int add_indices(std::span<const std::uint32_t> corners, std::uint32_t first);
  int add_accessor(int view, int component, int type, std::size_t count);

  tinygltf::Model& model_;
};

}  // namespace parktwin::viz
