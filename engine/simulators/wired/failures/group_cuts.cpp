#include "engine/simulators/wired/failures/group_cuts.h"

#include <algorithm>
#include <array>
#include <bit>
#include <iterator>

namespace parktwin::wired::failures {
namespace {

/// Independent labels over the field of two elements, each under its leading bit.
class Basis {
 public:
  /// False when the label depends on those added before.
  bool add(std::uint64_t label) {
    while (label != 0) {
      const auto bit = static_cast<unsigned>(std::bit_width(label)) - 1;
      if (by_bit_[bit] == 0) {
        by_bit_[bit] = label;
        bits_.push_back(bit);
        return true;
      }
      label ^= by_bit_[bit];
    }
    return false;
  }

  /// Takes back what was added last, until `rank` are left.
  void shrink_to(std::size_t rank) {
    for (; bits_.size() > rank; bits_.pop_back()) by_bit_[bits_.back()] = 0;
  }

  [[nodiscard]] std::size_t rank() const { return bits_.size(); }

 private:
  std::array<std::uint64_t, 64> by_bit_{};
  std::vector<unsigned> bits_;
};

using Edges = std::vector<std::uint32_t>;

std::size_t rank_of(const LinkCuts& cuts, const Edges& edges) {
  Basis basis;
  for (const std::uint32_t edge : edges) basis.add(cuts.labels[edge]);
  return basis.rank();
}

}  // namespace

std::vector<std::pair<std::uint32_t, std::uint32_t>> suspect_pairs(const LinkCuts& cuts, std::span<const Edges> groups) {
  std::vector<Edges> cycle_edges(groups.size());  // bridges are in no cut of several edges
  std::vector<std::size_t> ranks(groups.size());
  for (std::size_t i = 0; i < groups.size(); ++i) {
    std::copy_if(groups[i].begin(), groups[i].end(), std::back_inserter(cycle_edges[i]), [&](auto edge) { return cuts.labels[edge] != 0; });
    ranks[i] = rank_of(cuts, cycle_edges[i]);
  }
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
  Edges shared;
  for (std::uint32_t i = 0; i < groups.size(); ++i) {
    if (cycle_edges[i].empty()) continue;
    Basis basis;
    for (const std::uint32_t edge : cycle_edges[i]) basis.add(cuts.labels[edge]);
    for (std::uint32_t j = i + 1; j < groups.size(); ++j) {
      if (cycle_edges[j].empty()) continue;
      for (const std::uint32_t edge : cycle_edges[j]) basis.add(cuts.labels[edge]);
      const std::size_t together = basis.rank();
      basis.shrink_to(ranks[i]);
      if (together == ranks[i] + ranks[j]) continue;
      shared.clear();
      std::set_intersection(cycle_edges[i].begin(), cycle_edges[i].end(), cycle_edges[j].begin(), cycle_edges[j].end(),
                            std::back_inserter(shared));
      if (together + rank_of(cuts, shared) < ranks[i] + ranks[j]) pairs.emplace_back(i, j);
    }
  }
  return pairs;
}

}  // namespace parktwin::wired::failures
