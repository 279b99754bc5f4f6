#include "engine/simulators/energy/loads/loads.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

#include "engine/core/check.h"

namespace parktwin::energy::loads {
namespace {

constexpr double hours = steps_per_year * step_h;
/// Rectifiers and power supplies with power factor correction, assumption.
constexpr double equipment_power_factor = 0.98;

double ratio(double power_factor) {
  const double cosine = std::clamp(power_factor, 0.0, 1.0);
  return cosine > 0.0 ? std::sqrt(1.0 - cosine * cosine) / cosine : 0.0;
}

class Builder {
 public:
  Builder(const Park& park, const WorkingDays& days, std::span<const double> temperature_c)
      : park_(park),
        days_(days),
        temperature_c_(temperature_c),
        shared_kw_(park.enterprises->size(), 0.0),
        count_(park.enterprises->size(), 0) {
    for (const auto& load : *park.power_loads) {
      if (!load.enterprise.valid()) continue;
      shared_kw_[load.enterprise.index()] += load.peak_power.value();
      ++count_[load.enterprise.index()];
    }
  }

  Loads build(const std::vector<EquipmentLoad>& equipment) {
    for (std::size_t i = 0; i < park_.power_loads->size(); ++i) add(Id<PowerLoad>(i));
    for (std::size_t i = 0; i < park_.enterprises->size(); ++i) add_without_load(Id<Enterprise>(i));
    for (const auto& device : equipment) {
      if (device.hours_kw.empty()) {
        const auto profile = profile_of(std::string(equipment_profile), [] { return std::vector<double>(steps_per_year, 1.0); });
        made_.consumers.push_back({{}, {}, device.bus, profile, device.kw, ratio(equipment_power_factor), false});
      } else {
        add_by_hours(device);
      }
    }
    add_heat();
    add_cold();
    note();
    return std::move(made_);
  }

 private:
  template <class Make>
  std::uint32_t profile_of(const std::string& name, const Make& make) {
    const auto found = std::find(made_.profile_names.begin(), made_.profile_names.end(), name);
    if (found != made_.profile_names.end()) return static_cast<std::uint32_t>(found - made_.profile_names.begin());
    made_.profile_names.push_back(name);
    made_.profiles.push_back(make());
    return static_cast<std::uint32_t>(made_.profiles.size() - 1);
  }

  std::uint32_t profile_of(Sector sector) {
    return profile_of(std::string(name_of(sector)), [&] { return electricity_profile(pattern_of(sector), days_, temperature_c_); });
  }

  void add(Id<PowerLoad> id) {
    const PowerLoad& load = (*park_.power_loads)[id];
    const Enterprise* enterprise = load.enterprise.valid() ? &(*park_.enterprises)[load.enterprise] : nullptr;
    Consumer consumer{id, load.enterprise, load.bus, 0, 0.0, ratio(load.power_factor) * (load.leading ? -1.0 : 1.0), false};
    consumer.profile = profile_of(enterprise != nullptr ? enterprise->sector : Sector::public_services);
    if (enterprise != nullptr && enterprise->yearly_electricity) {
      const std::size_t e = load.enterprise.index();
      const double part = shared_kw_[e] > 0.0 ? load.peak_power.value() / shared_kw_[e] : 1.0 / static_cast<double>(count_[e]);
      consumer.mean_kw = enterprise->yearly_electricity->value() * 1000.0 / hours * part;
    } else {
      const auto& profile = made_.profiles[consumer.profile];
      consumer.mean_kw = load.peak_power.value() / *std::max_element(profile.begin(), profile.end());
      consumer.by_peak = true;
      ++by_peak_;
    }
    made_.consumers.push_back(consumer);
  }

  /// By its name: what has hours of its own is a cause of peaks of its own.
  void add_by_hours(const EquipmentLoad& device) {
    PARKTWIN_CHECK(device.hours_kw.size() == hours_per_year, "equipment by the hours of the year");
    const double mean_kw = std::accumulate(device.hours_kw.begin(), device.hours_kw.end(), 0.0) / static_cast<double>(hours_per_year);
    if (!(mean_kw > 0.0)) return;
    const auto profile = profile_of(device.name, [&] {
      std::vector<double> steps(steps_per_year);
      for (std::size_t i = 0; i < steps.size(); ++i) steps[i] = device.hours_kw[i * hours_per_year / steps_per_year] / mean_kw;
      return steps;
    });
    made_.consumers.push_back({{}, {}, device.bus, profile, mean_kw, ratio(equipment_power_factor), false});
  }

  void add_without_load(Id<Enterprise> id) {
    const Enterprise& enterprise = (*park_.enterprises)[id];
    if (count_[id.index()] > 0 || !enterprise.yearly_electricity || enterprise.yearly_electricity->value() == 0.0) return;
    made_.consumers.push_back(
        {{}, id, {}, profile_of(enterprise.sector), enterprise.yearly_electricity->value() * 1000.0 / hours, 0.0, false});
    ++without_load_;
  }

  void add_heat() {
    made_.heat_kw.assign(steps_per_year, 0.0);
    for (const auto& entry : names_of(Sector{})) {
      double mean_kw = 0.0;
      for (const auto& enterprise : *park_.enterprises) {
        if (enterprise.sector == entry.value && enterprise.yearly_heat) mean_kw += enterprise.yearly_heat->value() * 1000.0 / hours;
      }
      if (mean_kw == 0.0) continue;
      const auto profile = heat_profile(pattern_of(entry.value), days_, temperature_c_);
      for (std::size_t i = 0; i < profile.size(); ++i) made_.heat_kw[i] += mean_kw * profile[i];
    }
  }

  void add_cold() {
    made_.cold_kw.assign(steps_per_year, 0.0);
    for (const auto& entry : names_of(Sector{})) {
      double mean_kw = 0.0;
      for (const auto& demand : *park_.cold_demands) {
        const bool here = demand.enterprise.valid() && (*park_.enterprises)[demand.enterprise].sector == entry.value;
        if (here) mean_kw += demand.yearly_cold.value() * 1000.0 / hours;
      }
      if (mean_kw == 0.0) continue;
      const auto profile = cold_profile(pattern_of(entry.value), days_, temperature_c_);
      for (std::size_t i = 0; i < profile.size(); ++i) made_.cold_kw[i] += mean_kw * profile[i];
    }
  }

  void note() {
    const auto add = [&](NoteKind kind, std::string text) { made_.notes.push_back({kind, "electrical loads", std::move(text)}); };
    if (made_.consumers.empty()) return;
    add(NoteKind::assumption,
        "Shifts, nights, free days and temperature follow assumed patterns of the sector; the year's energy is the enterprise's.");
    if (!days_.known)
      add(NoteKind::assumption, "The arrangement of this year's public holidays is not known; only those with a fixed date are counted.");
    if (temperature_c_.empty()) add(NoteKind::assumption, "Without weather nothing follows the temperature.");
    if (by_peak_ > 0) {
      add(NoteKind::assumption,
          fmt::format("{} loads without a known energy of the year reach their planned peak at the highest step of their profile.",
                      by_peak_));
    }
    if (without_load_ > 0) {
      add(NoteKind::warning,
          fmt::format("{} enterprises with electricity have no load in the grid: they count in the balance, not in the power flow.",
                      without_load_));
    }
  }

  const Park& park_;
  const WorkingDays& days_;
  std::span<const double> temperature_c_;
  std::vector<double> shared_kw_;   ///< planned peaks per enterprise
  std::vector<std::size_t> count_;  ///< loads per enterprise
  std::size_t by_peak_ = 0;
  std::size_t without_load_ = 0;
  Loads made_;
};

}  // namespace

Loads loads(const Park& park, const WorkingDays& days, std::span<const double> temperature_c, const std::vector<EquipmentLoad>& equipment) {
  return Builder(park, days, temperature_c).build(equipment);
}

}  // namespace parktwin::energy::loads
