#include "engine/simulators/radio/entry_law.h"

#include <algorithm>

#include "engine/simulators/radio/building_entry_loss.h"
#include "engine/simulators/radio/entry_loss.h"
#include "engine/simulators/radio/link/location_probability.h"

namespace parktwin::radio {
namespace {

constexpr double rarest = 1e-6;  // keeps a drawn share of places inside (0, 1)

BuildingClass class_of(WallMaterial material) {
  return material == WallMaterial::coated_glass || material == WallMaterial::metal ? BuildingClass::thermally_efficient
                                                                                   : BuildingClass::traditional;
}

WallMaterial walls_of(EntryLaw law, WallMaterial material) {
  if (law == EntryLaw::low) return WallMaterial::standard_glass;
  return law == EntryLaw::high ? WallMaterial::coated_glass : material;
}

// Share of a normal distribution below so many standard deviations.
double share_below(double deviations) { return std::clamp(link::normal_exceedance(-deviations), rarest, 1.0 - rarest); }

double statistical_loss_db(WallMaterial material, Hertz frequency, double probability) {
  return building_entry_loss_db(class_of(material), frequency, probability, 0.0);
}

}  // namespace

Decibel entry_loss(const EntryChoice& choice, WallMaterial material, Hertz frequency, std::optional<double> deviate) {
  if (choice.law == EntryLaw::p2109) {
    return Decibel(statistical_loss_db(material, frequency, deviate ? share_below(*deviate) : choice.probability));
  }
  const WallMaterial walls = walls_of(choice.law, material);
  return Decibel(entry_loss(walls, frequency).value() + (deviate ? entry_loss_deviation(walls).value() * *deviate : 0.0));
}

Decibel entry_loss_deviation(const EntryChoice& choice, WallMaterial material, Hertz frequency) {
  if (choice.law != EntryLaw::p2109) return entry_loss_deviation(walls_of(choice.law, material));
  return Decibel(
      0.5 * (statistical_loss_db(material, frequency, share_below(1.0)) - statistical_loss_db(material, frequency, share_below(-1.0))));
}

}  // namespace parktwin::radio
