#pragma once
// Assumed figures per sector (data/reference-park/SOURCE.md): intensities per floor area, full-load hours, access needs.
#include "engine/park/enterprise.h"
#include "importers/synthetic/draws.h"
#include "importers/synthetic/plan.h"

namespace parktwin::importers::synthetic {

struct SectorFigures {
  double m2_per_employee = 50.0;
  double output_cny_per_m2 = 10000.0;
  double electricity_kwh_per_m2 = 120.0;
  double heat_kwh_per_m2 = 60.0;
  double gas_kwh_per_m2 = 20.0;
  double full_load_hours = 4000.0;
  double power_factor = 0.92;
};

[[nodiscard]] SectorFigures sector_figures(Sector sector);
[[nodiscard]] Sector draw_sector(Quarter quarter, Draws& draws);

}  // namespace parktwin::importers::synthetic
