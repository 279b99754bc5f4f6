#pragma once
// Reads a .glb again, with the library's own reader.
#include <gtest/gtest.h>

#include <tiny_gltf.h>
#include <cstring>

namespace parktwin::viz::testing {

inline tinygltf::Model model_in(const std::string& glb) {
  tinygltf::TinyGLTF library;
  tinygltf::Model model;
  std::string error;
  std::string warning;
  const bool read = library.LoadBinaryFromMemory(&model, &error, &warning, reinterpret_cast<const unsigned char*>(glb.data()),
                                                 static_cast<unsigned>(glb.size()));
  EXPECT_TRUE(read) << error;
  EXPECT_EQ(warning, "");
  return model;
}

/// Element `index` of an accessor as numbers of type T.
template <class T, std::size_t n>
std::array<T, n> element(const tinygltf::Model& model, int accessor, std::size_t index) {
  const auto& from = model.accessors.at(static_cast<std::size_t>(accessor));
  const auto& view = model.bufferViews.at(static_cast<std::size_t>(from.bufferView));
  std::array<T, n> values;
  std::memcpy(values.data(), model.buffers.at(0).data.data() + view.byteOffset + from.byteOffset + index * sizeof values, sizeof values);
  return values;
}

inline const tinygltf::Node* find_node(const tinygltf::Model& model, const std::string& name) {
  for (const auto& node : model.nodes) {
    if (node.name == name) return &node;
  }
  return nullptr;
}

}  // namespace parktwin::viz::testing
