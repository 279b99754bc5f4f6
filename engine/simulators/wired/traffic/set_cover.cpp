#include "engine/simulators/wired/traffic/set_cover.h"

#include <algorithm>
#include <utility>

#include "engine/core/check.h"

namespace parktwin::wired::traffic {
namespace {

using Elements = std::vector<std::vector<std::uint32_t>>;

/// Elements whose sets include all sets of another element are covered with it.
Elements without_implied(Elements elements) {
  for (auto& sets : elements) std::sort(sets.begin(), sets.end());
  std::sort(elements.begin(), elements.end(),
            [](const auto& a, const auto& b) { return a.size() != b.size() ? a.size() < b.size() : a < b; });
  Elements kept;
  for (const auto& sets : elements) {
    const bool implied = std::any_of(kept.begin(), kept.end(), [&](const auto& smaller) {
      return std::includes(sets.begin(), sets.end(), smaller.begin(), smaller.end());
    });
    if (!implied) kept.push_back(sets);
  }
  return kept;
}

class Search {
 public:
  Search(Elements elements, std::uint32_t sets, std::int64_t effort) : elements_(std::move(elements)), left_(effort), holds_(sets) {
    for (std::uint32_t element = 0; element < elements_.size(); ++element) {
      for (const std::uint32_t set : elements_[element]) holds_[set].push_back(element);
    }
    covered_.assign(elements_.size(), 0);
    closed_.assign(sets, 0);
    best_ = greedy();
  }

  Cover run() {
    const std::int32_t root = bound();
    branch();
    Cover cover{best_, left_ > 0 ? static_cast<std::int32_t>(best_.size()) : std::min(root, static_cast<std::int32_t>(best_.size()))};
    std::sort(cover.sets.begin(), cover.sets.end());
    return cover;
  }

 private:
  void take(std::uint32_t set, std::int32_t by) {
    for (const std::uint32_t element : holds_[set]) covered_[element] += by;
  }

  std::size_t gain(std::uint32_t set) const {
    return static_cast<std::size_t>(
        std::count_if(holds_[set].begin(), holds_[set].end(), [&](std::uint32_t element) { return covered_[element] == 0; }));
  }

  std::vector<std::uint32_t> greedy() {
    std::vector<std::uint32_t> chosen;
    while (std::find(covered_.begin(), covered_.end(), 0) != covered_.end()) {
      std::uint32_t best = 0;
      for (std::uint32_t set = 1; set < holds_.size(); ++set) {
        if (gain(set) > gain(best)) best = set;
      }
      chosen.push_back(best);
      take(best, 1);
    }
    for (const std::uint32_t set : chosen) take(set, -1);
    return chosen;
  }

  /// Open elements no two of which share an open set, greedily from those with the fewest.
  std::int32_t bound() const {
    std::vector<std::uint8_t> used(holds_.size(), 0);
    std::int32_t apart = 0;
    for (std::uint32_t element = 0; element < elements_.size(); ++element) {
      if (covered_[element] > 0) continue;
      const auto& sets = elements_[element];
      if (std::any_of(sets.begin(), sets.end(), [&](std::uint32_t set) { return closed_[set] == 0 && used[set] != 0; })) continue;
      for (const std::uint32_t set : sets) used[set] = 1;
      ++apart;
    }
    return apart;
  }

  void branch() {
    if (--left_ <= 0) return;
    if (chosen_.size() + static_cast<std::size_t>(bound()) >= best_.size()) return;
    std::vector<std::uint32_t> options;
    bool open = false;
    for (std::uint32_t element = 0; element < elements_.size(); ++element) {
      if (covered_[element] > 0) continue;
      std::vector<std::uint32_t> sets;
      for (const std::uint32_t set : elements_[element]) {
        if (closed_[set] == 0) sets.push_back(set);
      }
      if (!open || sets.size() < options.size()) options = std::move(sets);
      open = true;
    }
    if (!open) {
      best_ = chosen_;
      return;
    }
    std::stable_sort(options.begin(), options.end(), [&](std::uint32_t a, std::uint32_t b) { return gain(a) > gain(b); });
    for (const std::uint32_t set : options) {
      chosen_.push_back(set);
      take(set, 1);
      branch();
      take(set, -1);
      chosen_.pop_back();
      closed_[set] = 1;  // later branches do without it
    }
    for (const std::uint32_t set : options) closed_[set] = 0;
  }

  Elements elements_;
  std::int64_t left_;
  std::vector<std::vector<std::uint32_t>> holds_;
  std::vector<std::int32_t> covered_;
  std::vector<std::uint8_t> closed_;
  std::vector<std::uint32_t> chosen_;
  std::vector<std::uint32_t> best_;
};

}  // namespace

Cover fewest_sets(const Elements& covering, std::uint32_t sets, std::int64_t effort) {
  for (const auto& element : covering) PARKTWIN_CHECK(!element.empty(), "an element that no set holds cannot be covered");
  return Search(without_implied(covering), sets, effort).run();
}

}  // namespace parktwin::wired::traffic
