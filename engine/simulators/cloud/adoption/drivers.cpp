#include "engine/simulators/cloud/adoption/drivers.h"

#include <algorithm>
#include <cmath>

#include "engine/core/check.h"

namespace parktwin::cloud::adoption {
namespace {

constexpr double usual_employees = 100.0;

double mended(double quality, double better_access) { return quality + better_access * (1.0 - quality); }

}  // namespace

double digital_rank(Sector sector) {
  switch (sector) {
    case Sector::software:
      return 1.0;
    case Sector::research:
      return 0.75;
    case Sector::electronics:
      return 0.7;
    case Sector::automotive:
    case Sector::energy:
      return 0.6;
    case Sector::logistics:
    case Sector::pharmaceuticals:
    case Sector::public_services:
      return 0.5;
    case Sector::machinery:
      return 0.45;
    case Sector::chemicals:
    case Sector::new_materials:
    case Sector::other:
      return 0.35;
    case Sector::food:
    case Sector::metal_products:
      return 0.2;
    case Sector::textiles:
      return 0.0;
  }
  return 0.0;
}

Drivers drivers_of(const Park& park, const AccessQuality& access, const Options& options) {
  const auto& enterprises = park.enterprises->records();
  PARKTWIN_CHECK(access.of_enterprise.empty() || access.of_enterprise.size() == enterprises.size(), "access of every enterprise, or none");
  Drivers drivers;
  for (const auto& enterprise : enterprises) {
    const double size = std::log10(std::max(1.0, static_cast<double>(enterprise.employees)) / usual_employees);
    drivers.leaning.push_back(options.sector_weight * digital_rank(enterprise.sector) + options.size_weight * size);
  }
  drivers.access = access.of_enterprise.empty() ? std::vector<double>(enterprises.size(), 1.0) : access.of_enterprise;
  return drivers;
}

double own_value(const Drivers& drivers, std::size_t enterprise, double better_access, const Options& options) {
  return drivers.leaning[enterprise] + options.access_weight * mended(drivers.access[enterprise], better_access);
}

Barrier barrier_of(const Enterprise& enterprise, double access_quality, const Help& help, const Options& options) {
  if (mended(access_quality, help.better_access) < options.least_access_quality) return Barrier::access;
  const auto admitted = static_cast<int>(options.admitted_data_class) + (help.in_zone ? 1 : 0);
  if (static_cast<int>(enterprise.data_class) > admitted) return Barrier::data_class;
  if (!help.in_zone && enterprise.it_staff && *enterprise.it_staff < options.least_it_staff) return Barrier::it_staff;
  return Barrier::none;
}

}  // namespace parktwin::cloud::adoption
