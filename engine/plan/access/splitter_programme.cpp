#include "engine/plan/access/splitter_programme.h"

#include <algorithm>

#include "engine/core/programme/mixed_programme.h"

namespace parktwin::plan {
namespace {

using programme::unlimited;

constexpr double gap = 1e-7;

class Writer {
 public:
  explicit Writer(const SplitterProblem& problem) : problem_(problem), units_(static_cast<double>(problem.trench.terminals.size())) {
    for (const auto& kind : problem.kinds) ways_ = std::max(ways_, static_cast<double>(kind.second));
    add_edges();
    add_vertices();
  }

  [[nodiscard]] const programme::LinearProgramme& model() const { return model_; }
  [[nodiscard]] std::int32_t trench(std::size_t edge) const { return trench_[edge]; }

 private:
  void add_edges() {
    const auto vertices = problem_.trench.vertices;
    const std::int32_t feeders = model_.add_rows(vertices, 0.0, 0.0);
    model_.row_lower[static_cast<std::size_t>(feeders) + problem_.trench.root] = -unlimited;
    model_.row_upper[static_cast<std::size_t>(feeders) + problem_.trench.root] = unlimited;
    const std::int32_t drops = model_.add_rows(vertices, 0.0, 0.0);
    for (const std::uint32_t terminal : problem_.trench.terminals) {
      model_.row_lower[static_cast<std::size_t>(drops) + terminal] += 1.0;
      model_.row_upper[static_cast<std::size_t>(drops) + terminal] += 1.0;
    }
    for (const TrenchEdge& edge : problem_.trench.edges) {
      trench_.push_back(model_.add_columns(1, edge.trench_cost > 0.0 ? 0.0 : 1.0, 1.0, edge.trench_cost));
      model_.whole[static_cast<std::size_t>(trench_.back())] = 1;
      if (edge.from == edge.to) continue;
      const bool at_root = edge.from == problem_.trench.root || edge.to == problem_.trench.root;
      add_flow(edge, trench_.back(), feeders);
      if (!at_root) add_flow(edge, trench_.back(), drops);
    }
  }

  void add_flow(const TrenchEdge& edge, std::int32_t trench, std::int32_t balance) {
    const std::int32_t room = model_.add_rows(1, 0.0, unlimited);
    model_.set(room, trench, units_);
    for (const bool onward : {true, false}) {
      const std::int32_t flow = model_.add_columns(1, 0.0, units_, edge.cable_cost);
      model_.set(room, flow, -1.0);
      model_.set(balance + static_cast<std::int32_t>(onward ? edge.to : edge.from), flow, 1.0);
      model_.set(balance + static_cast<std::int32_t>(onward ? edge.from : edge.to), flow, -1.0);
    }
  }

  void add_vertices() {
    const auto vertices = static_cast<std::int32_t>(problem_.trench.vertices);
    for (std::int32_t v = 0; v < vertices; ++v) {
      if (v == static_cast<std::int32_t>(problem_.trench.root)) continue;
      const std::int32_t splitters = model_.add_columns(1, 0.0, units_, problem_.splitter_cny);
      model_.whole[static_cast<std::size_t>(splitters)] = 1;
      const std::int32_t served = model_.add_columns(1, 0.0, units_, 0.0);
      model_.set(v, splitters, -1.0);
      model_.set(vertices + v, served, 1.0);
      const std::int32_t room = model_.add_rows(1, 0.0, unlimited);
      model_.set(room, splitters, ways_);
      model_.set(room, served, -1.0);
    }
  }

  const SplitterProblem& problem_;
  double units_;
  double ways_ = 1.0;
  programme::LinearProgramme model_;
  std::vector<std::int32_t> trench_;
};

}  // namespace

ProgrammedTrenches programme_splitters(const SplitterProblem& problem, std::int32_t nodes) {
  const Writer writer(problem);
  const auto mixed = programme::solve_mixed(writer.model(), {.gap = gap, .nodes = nodes});
  ProgrammedTrenches trenches;
  trenches.bound = std::max(0.0, mixed.bound);
  if (mixed.values.empty()) return trenches;
  for (std::size_t e = 0; e < problem.trench.edges.size(); ++e) {
    trenches.dug.push_back(mixed.values[static_cast<std::size_t>(writer.trench(e))] > 0.5 ? 1 : 0);
  }
  return trenches;
}

}  // namespace parktwin::plan
