#include "engine/simulators/radio/answers/unserved_areas.h"

#include <algorithm>

#include "engine/core/parallel.h"

namespace parktwin::radio::answers {
namespace {

constexpr std::size_t rows_per_chunk = 64;

struct KeyedRun {
  Run run;
  std::int32_t key = no_key;
};

void add_runs(const GridFrame& frame, std::int32_t row, const std::function<std::int32_t(std::size_t)>& key_of,
              std::vector<KeyedRun>& runs) {
  std::int32_t last_key = no_key;
  const std::size_t start = frame.index(0, row);
  for (std::int32_t column = 0; column < frame.columns; ++column) {
    const std::int32_t key = key_of(start + static_cast<std::size_t>(column));
    if (key != no_key && key == last_key) {
      ++runs.back().run.end;
    } else if (key != no_key) {
      runs.push_back({{row, column, column + 1}, key});
    }
    last_key = key;
  }
}

std::size_t root_of(std::vector<std::size_t>& parent, std::size_t i) {
  while (parent[i] != i) {
    parent[i] = parent[parent[i]];
    i = parent[i];
  }
  return i;
}

// The root of an area is its first run.
void join(std::vector<std::size_t>& parent, std::size_t a, std::size_t b) {
  const std::size_t root_a = root_of(parent, a);
  const std::size_t root_b = root_of(parent, b);
  parent[std::max(root_a, root_b)] = std::min(root_a, root_b);
}

void join_neighbours(const std::vector<KeyedRun>& runs, std::vector<std::size_t>& parent) {
  std::size_t below = 0;  // first run of the row before that may still touch
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const Run& run = runs[i].run;
    while (runs[below].run.row < run.row - 1 || (runs[below].run.row == run.row - 1 && runs[below].run.end <= run.begin)) ++below;
    for (std::size_t j = below; j < i && runs[j].run.row == run.row - 1 && runs[j].run.begin < run.end; ++j) {
      if (runs[j].key == runs[i].key) join(parent, i, j);
    }
  }
}

}  // namespace

std::vector<ConnectedArea> connected_areas(const GridFrame& frame, const std::function<std::int32_t(std::size_t)>& key_of) {
  const auto rows = static_cast<std::size_t>(frame.rows);
  std::vector<std::vector<KeyedRun>> parts((rows + rows_per_chunk - 1) / rows_per_chunk);
  parallel_chunks(rows, rows_per_chunk, [&](std::size_t begin, std::size_t end) {
    for (std::size_t row = begin; row < end; ++row) add_runs(frame, static_cast<std::int32_t>(row), key_of, parts[begin / rows_per_chunk]);
  });
  std::vector<KeyedRun> runs;
  for (const auto& part : parts) runs.insert(runs.end(), part.begin(), part.end());
  std::vector<std::size_t> parent(runs.size());
  for (std::size_t i = 0; i < parent.size(); ++i) parent[i] = i;
  join_neighbours(runs, parent);
  std::vector<ConnectedArea> areas;
  std::vector<std::size_t> area_of(runs.size());
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const std::size_t root = root_of(parent, i);
    if (root == i) {
      area_of[i] = areas.size();
      areas.push_back({.key = runs[i].key, .cells = 0, .runs = {}});
    }
    ConnectedArea& area = areas[area_of[root]];
    area.cells += static_cast<std::size_t>(runs[i].run.end - runs[i].run.begin);
    area.runs.push_back(runs[i].run);
  }
  return areas;
}

}  // namespace parktwin::radio::answers
