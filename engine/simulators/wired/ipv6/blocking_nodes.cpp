#include "engine/simulators/wired/ipv6/blocking_nodes.h"

#include <algorithm>
#include <numeric>

#include "engine/core/parallel.h"

namespace parktwin::wired::ipv6 {
namespace {

class Search {
 public:
  Search(const Park& park, const NativeNetwork& network) : park_(park), network_(network), upgraded_(network.size(), false) {
    for (std::size_t i = 0; i < network.size(); ++i) {
      if (park.network_nodes->records()[i].operational && network.can_be_upgraded(i)) candidates_.push_back(i);
    }
    std::vector<bool> all = upgraded_;
    for (const std::size_t candidate : candidates_) all[candidate] = true;
    most_ = network.working(all);
  }

  [[nodiscard]] std::int32_t most() const { return most_; }

  void list_order(Blocking& blocking, std::int32_t listed) {
    std::vector<bool> upgraded = upgraded_;
    std::int32_t before = network_.working(upgraded);
    const std::vector<std::int32_t> alone = gains(upgraded, before);
    std::vector<std::int32_t> gain = alone;
    while (static_cast<std::int32_t>(blocking.order.size()) < listed && before < most_) {
      const auto best = static_cast<std::size_t>(std::max_element(gain.begin(), gain.end()) - gain.begin());
      upgraded[candidates_[best]] = true;
      before += gain[best];
      blocking.order.push_back({id_of(candidates_[best]), alone[best], gain[best], before});
      gain = gains(upgraded, before);
    }
  }

  void find_smallest(Blocking& blocking, std::int32_t sets_tried) {
    std::vector<bool> chosen = must_have();
    if (network_.working(chosen) < most_) {
      std::vector<std::size_t> others;
      std::copy_if(candidates_.begin(), candidates_.end(), std::back_inserter(others), [&](std::size_t node) { return !chosen[node]; });
      blocking.smallest_set_is_exact = complete_exactly(chosen, others, sets_tried);
      if (!blocking.smallest_set_is_exact) complete_greedily(chosen);
    }
    for (const std::size_t candidate : candidates_) {
      if (chosen[candidate]) blocking.smallest_set.push_back({id_of(candidate)});
    }
  }

 private:
  [[nodiscard]] const std::string& id_of(std::size_t node) const { return park_.network_nodes->records()[node].id; }

  /// What each candidate adds; 0 for those already upgraded.
  [[nodiscard]] std::vector<std::int32_t> gains(const std::vector<bool>& upgraded, std::int32_t before) const {
    std::vector<std::int32_t> gain(candidates_.size(), 0);
    parallel_for(candidates_.size(), [&](std::size_t i) {
      if (upgraded[candidates_[i]]) return;
      std::vector<bool> with = upgraded;
      with[candidates_[i]] = true;
      gain[i] = network_.working(with) - before;
    });
    return gain;
  }

  /// Candidates without which something never works. More upgrades never take anything away, so each of them is in every set that does.
  [[nodiscard]] std::vector<bool> must_have() const {
    std::vector<std::uint8_t> needed(candidates_.size(), 0);
    std::vector<bool> all = upgraded_;
    for (const std::size_t candidate : candidates_) all[candidate] = true;
    parallel_for(candidates_.size(), [&](std::size_t i) {
      std::vector<bool> without = all;
      without[candidates_[i]] = false;
      needed[i] = network_.working(without) < most_ ? 1 : 0;
    });
    std::vector<bool> chosen = upgraded_;
    for (std::size_t i = 0; i < candidates_.size(); ++i) chosen[candidates_[i]] = needed[i] != 0;
    return chosen;
  }

  /// Tries all sets of the others by size, in lexicographic order. False when the budget ends first.
  bool complete_exactly(std::vector<bool>& chosen, const std::vector<std::size_t>& others, std::int32_t sets_tried) const {
    for (std::size_t size = 1; size <= others.size(); ++size) {
      std::vector<std::size_t> picked(size);
      std::iota(picked.begin(), picked.end(), std::size_t{0});
      for (bool more = true; more; more = next_set(picked, others.size())) {
        if (sets_tried-- <= 0) return false;
        std::vector<bool> with = chosen;
        for (const std::size_t pick : picked) with[others[pick]] = true;
        if (network_.working(with) < most_) continue;
        chosen = with;
        return true;
      }
    }
    return false;
  }

  static bool next_set(std::vector<std::size_t>& picked, std::size_t count) {
    std::size_t i = picked.size();
    while (i > 0 && picked[i - 1] == count - picked.size() + i - 1) --i;
    if (i == 0) return false;
    ++picked[i - 1];
    for (std::size_t j = i; j < picked.size(); ++j) picked[j] = picked[j - 1] + 1;
    return true;
  }

  void complete_greedily(std::vector<bool>& chosen) const {
    for (std::int32_t before = network_.working(chosen); before < most_;) {
      const std::vector<std::int32_t> gain = gains(chosen, before);
      const auto best = static_cast<std::size_t>(std::max_element(gain.begin(), gain.end()) - gain.begin());
      chosen[candidates_[best]] = true;
      before += gain[best];
    }
  }

  const Park& park_;
  const NativeNetwork& network_;
  std::vector<bool> upgraded_;  ///< nothing
  std::vector<std::size_t> candidates_;
  std::int32_t most_ = 0;
};

}  // namespace

Blocking blocking_nodes(const Park& park, const NativeNetwork& network, std::int32_t listed, std::int32_t sets_tried) {
  Search search(park, network);
  Blocking blocking;
  blocking.working_when_all_are_upgraded = search.most();
  search.list_order(blocking, listed);
  search.find_smallest(blocking, sets_tried);
  return blocking;
}

}  // namespace parktwin::wired::ipv6
