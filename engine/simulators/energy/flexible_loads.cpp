#include "engine/simulators/energy/flexible_loads.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

namespace parktwin::energy {
namespace {

constexpr double noticeable_kw = 1e-6;
constexpr double mwh_per_kw_step = loads::step_h * 1e-3;
constexpr std::size_t quarters = 4;

double sum(const std::vector<double>& values) { return std::accumulate(values.begin(), values.end(), 0.0); }

class Gathering {
 public:
  Gathering(const Park& park, const loads::Loads& loads) : park_(park), loads_(loads) {}

  FlexibleLoads gather() {
    const auto& table = *park_.load_flexibility;
    for (std::size_t i = 0; i < table.size(); ++i) {
      const LoadFlexibility& load = table[Id<LoadFlexibility>(i)];
      for (std::size_t c = 0; c < loads_.consumers.size(); ++c) {
        const auto& consumer = loads_.consumers[c];
        if (consumer.enterprise != load.enterprise || !load.enterprise.valid() || !(consumer.mean_kw > 0.0)) continue;
        if (load.shiftable_share > 0.0) {
          const std::size_t group =
              group_of({consumer.profile, false, load.delay_h, load.advance_h, load.peak_factor, 0.0}, "movable loads");
          add(Id<LoadFlexibility>(i), c, group, load.shiftable_share * consumer.mean_kw);
        }
        if (load.interruptible_share > 0.0) {
          const std::size_t group =
              group_of({consumer.profile, true, 0.0, 0.0, load.interruption_cny_per_kwh, load.interruption_h}, "interruptible loads");
          add(Id<LoadFlexibility>(i), c, group, load.interruptible_share * consumer.mean_kw);
        }
      }
    }
    fill();
    return std::move(made_);
  }

 private:
  /// Profile, whether it is interruptible, delay, advance, factor of the peak or payment, hours.
  using Key = std::tuple<std::uint32_t, bool, double, double, double, double>;

  std::size_t group_of(const Key& key, const char* name) {
    const auto [place, added] = places_.emplace(key, made_.groups.size());
    if (added) {
      made_.groups.emplace_back();
      made_.groups.back().name = fmt::format("{} {}", name, made_.groups.size());
      made_.groups.back().interruptible = std::get<1>(key);
      keys_.push_back(key);
      mean_kw_.push_back(0.0);
    }
    return place->second;
  }

  void add(Id<LoadFlexibility> load, std::size_t consumer, std::size_t group, double mean_kw) {
    made_.parts.push_back({load, consumer, group, mean_kw});
    mean_kw_[group] += mean_kw;
  }

  void fill() {
    for (auto& part : made_.parts) part.share /= mean_kw_[part.group];
    for (std::size_t g = 0; g < made_.groups.size(); ++g) {
      FlexibleGroup& group = made_.groups[g];
      const auto& [profile, interruptible, delay_h, advance_h, factor, hours] = keys_[g];
      group.demand_kw = loads_.profiles[profile];
      for (double& kw : group.demand_kw) kw *= mean_kw_[g];
      const double peak_kw = *std::max_element(group.demand_kw.begin(), group.demand_kw.end());
      if (interruptible) {
        group.cny_per_kwh = factor;
        group.most_kwh = hours * peak_kw;
      } else {
        group.delay_h = delay_h;
        group.advance_h = advance_h;
        group.most_kw = factor * peak_kw;
      }
    }
  }

  const Park& park_;
  const loads::Loads& loads_;
  std::map<Key, std::size_t> places_;
  std::vector<Key> keys_;
  std::vector<double> mean_kw_;
  FlexibleLoads made_;
};

}  // namespace

FlexibleLoads flexible_loads(const Park& park, const loads::Loads& loads) { return Gathering(park, loads).gather(); }

void follow_schedule(const FlexibleLoads& flexible, const std::vector<std::vector<double>>& used_kw, loads::Loads& loads) {
  if (used_kw.empty()) return;
  std::map<std::size_t, std::vector<double>> courses;
  for (const auto& part : flexible.parts) {
    auto& course = courses[part.consumer];
    const auto& consumer = loads.consumers[part.consumer];
    if (course.empty()) {
      course = loads.profiles[consumer.profile];
      for (double& kw : course) kw *= consumer.mean_kw;
    }
    const auto& planned = flexible.groups[part.group].demand_kw;
    const auto& used = used_kw[part.group];
    for (std::size_t i = 0; i < course.size(); ++i) course[i] = std::max(0.0, course[i] + part.share * (used[i] - planned[i]));
  }
  for (auto& [place, course] : courses) {
    auto& consumer = loads.consumers[place];
    const double mean_kw = sum(course) / static_cast<double>(course.size());
    if (!(mean_kw > 0.0)) continue;
    for (double& value : course) value /= mean_kw;
    const std::string name = loads.profile_names[consumer.profile];
    consumer.mean_kw = mean_kw;
    consumer.profile = static_cast<std::uint32_t>(loads.profiles.size());
    loads.profiles.push_back(std::move(course));
    loads.profile_names.push_back(name);
  }
}

Flexibility flexibility_of(const Park& park, const FlexibleLoads& flexible, const std::vector<std::vector<double>>& used_kw) {
  Flexibility made;
  for (std::size_t i = 0; i < park.load_flexibility->size(); ++i) made.loads.push_back({Id<LoadFlexibility>(i)});
  for (const auto& part : flexible.parts) {
    const FlexibleGroup& group = flexible.groups[part.group];
    FlexibleLoadFigures& figures = made.loads[part.load.index()];
    const double planned_mwh = part.share * sum(group.demand_kw) * mwh_per_kw_step;
    (group.interruptible ? figures.interruptible_mwh : figures.shiftable_mwh) += planned_mwh;
    if (used_kw.empty()) continue;
    double less_kw = 0.0;
    std::size_t hours = 0;
    for (std::size_t i = 0; i < group.demand_kw.size(); ++i) {
      const double left = group.demand_kw[i] - used_kw[part.group][i];
      less_kw += std::max(0.0, left);
      if (i % quarters == 0 && left > noticeable_kw) ++hours;
    }
    const double mwh = part.share * less_kw * mwh_per_kw_step;
    if (group.interruptible) {
      figures.interrupted_mwh += mwh;
      figures.interrupted_h = std::max(figures.interrupted_h, static_cast<double>(hours));
      figures.paid_cny += mwh * 1e3 * group.cny_per_kwh;
    } else {
      figures.moved_mwh += mwh;
    }
  }
  for (const auto& figures : made.loads) {
    made.moved_mwh += figures.moved_mwh;
    made.interrupted_mwh += figures.interrupted_mwh;
    made.paid_cny += figures.paid_cny;
  }
  if (made.loads.empty()) return made;
  if (flexible.parts.empty()) made.reason = "the enterprises with flexible loads use no electricity";
  if (!flexible.parts.empty() && used_kw.empty())
    made.reason = "nothing controls them: the option storage_control is idle, or there is no schedule";
  if (!used_kw.empty() && made.moved_mwh + made.interrupted_mwh <= 0.0)
    made.reason = "nothing is worth moving or interrupting at these prices";
  return made;
}

std::vector<double> beyond_plan(const FlexibleLoads& flexible, const std::vector<std::vector<double>>& used_kw) {
  std::vector<double> beyond;
  for (std::size_t g = 0; g < used_kw.size(); ++g) {
    const auto& planned = flexible.groups[g].demand_kw;
    beyond.resize(planned.size(), 0.0);
    for (std::size_t i = 0; i < planned.size(); ++i) beyond[i] += used_kw[g][i] - planned[i];
  }
  return beyond;
}

}  // namespace parktwin::energy
