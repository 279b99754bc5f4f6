#include "engine/simulators/wired/optical/splitters/improved.h"

#include <algorithm>
#include <numeric>

#include "engine/simulators/wired/optical/splitters/level.h"

namespace parktwin::wired::optical::splitters {
namespace {

constexpr double worth_m = 1e-6;  // moves that save less are left, so that the search ends

struct Group {
  std::size_t place = none;
  std::vector<std::size_t> units;
};

class Search {
 public:
  Search(const Level& level, const std::vector<double>& join_m) : level_(level), join_m_(join_m), of_(join_m.size(), none) {}

  /// False when some unit is lit from nowhere.
  bool run() {
    if (!open_greedily()) return false;
    while (move_places() || move_units() || merge()) {}
    return true;
  }

  [[nodiscard]] std::vector<Group> groups() const {
    std::vector<Group> kept;
    std::copy_if(groups_.begin(), groups_.end(), std::back_inserter(kept), [](const Group& group) { return !group.units.empty(); });
    return kept;
  }
  [[nodiscard]] std::vector<std::size_t> joined() const {
    std::vector<std::size_t> units;
    for (std::size_t unit = 0; unit < of_.size(); ++unit) {
      if (of_[unit] == none) units.push_back(unit);
    }
    return units;
  }
  [[nodiscard]] double metres() const {
    double sum = 0.0;
    for (const Group& group : groups_) sum += cost(group.place, group.units);
    for (const std::size_t unit : joined()) sum += join_m_[unit];
    return sum;
  }

 private:
  [[nodiscard]] double cost(std::size_t place, const std::vector<std::size_t>& units) const {
    if (units.empty()) return 0.0;
    return std::accumulate(units.begin(), units.end(), level_.open_m[place],
                           [&](double sum, std::size_t unit) { return sum + level_.unit_m[place][unit]; });
  }

  bool open_greedily() {
    std::vector<std::size_t> left(of_.size());
    std::iota(left.begin(), left.end(), std::size_t{0});
    while (!left.empty()) {
      Group best;
      double least = out_of_reach;  // metres per unit
      for (const std::size_t unit : left) {
        if (join_m_[unit] < least) {
          least = join_m_[unit];
          best = {none, {unit}};
        }
      }
      for (std::size_t place = 0; place < level_.open_m.size(); ++place) {
        const auto& metres = level_.unit_m[place];
        std::stable_sort(left.begin(), left.end(), [&](std::size_t a, std::size_t b) { return metres[a] < metres[b]; });
        double sum = level_.open_m[place];
        for (std::size_t i = 0; i < std::min(left.size(), level_.ways); ++i) {
          sum += metres[left[i]];
          if (!(sum / static_cast<double>(i + 1) < least)) continue;
          least = sum / static_cast<double>(i + 1);
          best = {place, {left.begin(), left.begin() + static_cast<std::ptrdiff_t>(i) + 1}};
        }
      }
      if (best.units.empty()) return false;
      for (const std::size_t unit : best.units) std::erase(left, unit);
      if (best.place == none) continue;
      for (const std::size_t unit : best.units) of_[unit] = groups_.size();
      groups_.push_back(std::move(best));
    }
    return true;
  }

  [[nodiscard]] std::size_t best_place(const std::vector<std::size_t>& units) const {
    std::size_t best = 0;
    for (std::size_t place = 1; place < level_.open_m.size(); ++place) {
      if (cost(place, units) < cost(best, units)) best = place;
    }
    return best;
  }

  bool move_places() {
    bool moved = false;
    for (Group& group : groups_) {
      if (group.units.empty()) continue;
      const std::size_t place = best_place(group.units);
      if (!(cost(place, group.units) < cost(group.place, group.units) - worth_m)) continue;
      group.place = place;
      moved = true;
    }
    return moved;
  }

  bool move_units() {
    bool moved = false;
    for (std::size_t unit = 0; unit < of_.size(); ++unit) {
      double saved = join_m_[unit];
      if (of_[unit] != none) {
        const Group& group = groups_[of_[unit]];
        saved = level_.unit_m[group.place][unit] + (group.units.size() == 1 ? level_.open_m[group.place] : 0.0);
      }
      std::size_t best = none;
      double least = join_m_[unit];
      for (std::size_t i = 0; i < groups_.size(); ++i) {
        if (i == of_[unit] || groups_[i].units.empty() || groups_[i].units.size() >= level_.ways) continue;
        const double metres = level_.unit_m[groups_[i].place][unit];
        if (metres < least) {
          least = metres;
          best = i;
        }
      }
      if (!(least < saved - worth_m)) continue;
      if (of_[unit] != none) std::erase(groups_[of_[unit]].units, unit);
      of_[unit] = best;
      if (best != none) groups_[best].units.push_back(unit);
      moved = true;
    }
    return moved;
  }

  bool merge() {
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      for (std::size_t j = i + 1; j < groups_.size(); ++j) {
        Group& a = groups_[i];
        Group& b = groups_[j];
        if (a.units.empty() || b.units.empty() || a.units.size() + b.units.size() > level_.ways) continue;
        std::vector<std::size_t> both = a.units;
        both.insert(both.end(), b.units.begin(), b.units.end());
        const std::size_t place = best_place(both);
        if (!(cost(place, both) < cost(a.place, a.units) + cost(b.place, b.units) - worth_m)) continue;
        for (const std::size_t unit : b.units) of_[unit] = i;
        a = {place, std::move(both)};
        b.units.clear();
        return true;
      }
    }
    return false;
  }

  const Level& level_;
  const std::vector<double>& join_m_;
  std::vector<Group> groups_;
  std::vector<std::size_t> of_;  ///< group of each unit; none: joined to what is there
};

Plan one_stage(const Problem& problem, const Stages& stages) {
  const Level level = level_of(problem, stages);
  Search search(level, problem.join_m);
  Plan plan;
  plan.exact = false;
  plan.effort_m = search.run() ? search.metres() : out_of_reach;
  plan.joined = search.joined();
  for (Group& group : search.groups()) plan.splitters.push_back({group.place, stages.second, none, std::move(group.units)});
  return plan;
}

Plan two_stages(const Problem& problem, const Stages& stages) {
  Plan best;
  best.effort_m = out_of_reach;
  const auto ways = static_cast<std::size_t>(stages.first);
  for (std::size_t place = 0; place < problem.places(); ++place) {
    const Level level = level_of(problem, stages, place);
    Search search(level, problem.join_m);
    if (!search.run()) continue;
    auto groups = search.groups();
    const std::size_t firsts = (groups.size() + ways - 1) / ways;
    const double metres = search.metres() + static_cast<double>(firsts) * (problem.feeder_m[place] + problem.splitter_m);
    if (!(metres < best.effort_m)) continue;
    best = Plan{.splitters = {}, .joined = search.joined(), .left_out = {}, .effort_m = metres, .least_possible_m = 0.0, .exact = false};
    std::size_t first = none;
    for (std::size_t i = 0; i < groups.size(); ++i) {
      if (i % ways == 0) {
        first = best.splitters.size();
        best.splitters.push_back({place, stages.first, none, {}});
      }
      best.splitters.push_back({groups[i].place, stages.second, first, std::move(groups[i].units)});
    }
  }
  best.exact = false;
  return best;
}

}  // namespace

Plan improved_plan(const Problem& problem, const Stages& stages) {
  return stages.two() ? two_stages(problem, stages) : one_stage(problem, stages);
}

}  // namespace parktwin::wired::optical::splitters
