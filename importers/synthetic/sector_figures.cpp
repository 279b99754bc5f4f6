#include "importers/synthetic/sector_figures.h"

#include <span>

namespace parktwin::importers::synthetic {
namespace {

struct Chance {
  Sector sector;
  double share;
};

constexpr Chance offices[] = {{Sector::software, 0.42},  {Sector::other, 0.16},     {Sector::energy, 0.08},  {Sector::electronics, 0.13},
                              {Sector::machinery, 0.09}, {Sector::logistics, 0.05}, {Sector::research, 0.07}};
constexpr Chance research[] = {
    {Sector::research, 0.5}, {Sector::software, 0.2}, {Sector::pharmaceuticals, 0.18}, {Sector::new_materials, 0.12}};
constexpr Chance electronics[] = {{Sector::electronics, 0.82}, {Sector::new_materials, 0.1}, {Sector::automotive, 0.08}};
constexpr Chance machinery[] = {{Sector::machinery, 0.48}, {Sector::automotive, 0.24}, {Sector::metal_products, 0.28}};
constexpr Chance light[] = {{Sector::food, 0.34}, {Sector::textiles, 0.26}, {Sector::metal_products, 0.2}, {Sector::pharmaceuticals, 0.2}};
constexpr Chance process[] = {{Sector::chemicals, 0.5}, {Sector::new_materials, 0.26}, {Sector::pharmaceuticals, 0.24}};
constexpr Chance logistics[] = {{Sector::logistics, 1.0}};

std::span<const Chance> chances(Quarter quarter) {
  switch (quarter) {
    case Quarter::research:
      return research;
    case Quarter::electronics:
      return electronics;
    case Quarter::machinery:
      return machinery;
    case Quarter::light_industry:
      return light;
    case Quarter::process:
      return process;
    case Quarter::logistics:
      return logistics;
    default:
      return offices;
  }
}

}  // namespace

Sector draw_sector(Quarter quarter, Draws& draws) {
  double left = draws.unit();
  const auto list = chances(quarter);
  for (const auto& chance : list) {
    left -= chance.share;
    if (left < 0.0) return chance.sector;
  }
  return list.back().sector;
}

SectorFigures sector_figures(Sector sector) {
  switch (sector) {
    case Sector::electronics:
      return {72.0, 21000.0, 100.0, 45.0, 15.0, 5600.0, 0.95};
    case Sector::machinery:
      return {118.0, 12500.0, 39.0, 40.0, 25.0, 3600.0, 0.9};
    case Sector::automotive:
      return {110.0, 16000.0, 54.0, 55.0, 40.0, 4300.0, 0.91};
    case Sector::chemicals:
      return {209.0, 18500.0, 138.0, 520.0, 120.0, 6600.0, 0.93};
    case Sector::pharmaceuticals:
      return {114.0, 19500.0, 87.0, 260.0, 40.0, 5400.0, 0.94};
    case Sector::new_materials:
      return {142.0, 17000.0, 108.0, 180.0, 90.0, 5800.0, 0.93};
    case Sector::food:
      return {104.0, 11000.0, 59.0, 210.0, 60.0, 4400.0, 0.92};
    case Sector::textiles:
      return {86.0, 8200.0, 62.0, 190.0, 20.0, 5000.0, 0.91};
    case Sector::metal_products:
      return {114.0, 9800.0, 71.0, 50.0, 110.0, 4000.0, 0.89};
    case Sector::logistics:
      return {361.0, 5200.0, 13.0, 8.0, 0.0, 3400.0, 0.94};
    case Sector::software:
      return {32.0, 15500.0, 35.0, 35.0, 2.0, 2900.0, 0.97};
    case Sector::research:
      return {51.0, 10200.0, 52.0, 60.0, 8.0, 3300.0, 0.96};
    case Sector::energy:
      return {42.0, 14500.0, 37.0, 35.0, 4.0, 3000.0, 0.96};
    case Sector::public_services:
    case Sector::other:
      return {38.0, 9500.0, 33.0, 35.0, 2.0, 2800.0, 0.97};
  }
  return {};
}

}  // namespace parktwin::importers::synthetic
