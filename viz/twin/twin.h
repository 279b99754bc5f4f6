#pragma once
// The park in space as the report's page shows it: what build_scene() draws and what lies below the ground, for one or several states (the
// phases of a plan, the runs of a comparison), with the maps of all layers and the record of every object. What states share is stored
// once.
//
// Head: states [title {en, zh}, run, meshes [item …], maps {layer: item}, records item, low, high, left_out [what is not drawn of so
// many buildings: facades, shadows], labels {en, zh: [at, text, rank]}],
// items [at (place in the bytes), of meshes and maps as in packed_mesh.h and packed_map.h, of records: size], legends {layer: {en, zh:
// [title, continuous, entries [[r, g, b, a], text]]}}, layers [id, title {en, zh}, unit], background [r, g, b], size of the bytes.
// Records are JSON: {mesh: {id: fields}}.
#include <span>

#include "viz/twin/packed_mesh.h"

namespace parktwin::viz::twin {

struct State {
  std::string title_en;
  std::string title_zh;
  std::string run;  ///< states of one run bear one name
  const Park* park;
  const Results* results;  ///< null: no maps
};

struct Options {
  std::int32_t largest_map_side = 1100;  ///< pixels
};

/// `bytes` is a zlib stream. Precondition: at least one state.
[[nodiscard]] Packed packed_twin(std::span<const State> states, const Options& options = {});

}  // namespace parktwin::viz::twin
