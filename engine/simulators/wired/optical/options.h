#pragma once
// Losses of the components of optical links and what is kept in reserve: ITU-T G.652 fibre, G.671 and L-series practice as defaults.
#include "engine/core/describe.h"
#include "engine/core/units.h"

namespace parktwin::wired::optical {

struct Options {
  double fibre_db_per_km = 0.35;  ///< G.652 at 1310 nm; passive networks take it in both directions, the longer-wave one is lower
  Decibel splice_loss = Decibel(0.1);
  Decibel connector_loss = Decibel(0.5);
  Decibel margin = Decibel(3.0);          ///< ageing, repair splices, temperature
  double fibre_db_per_km_at_1550 = 0.25;  ///< of transceivers that send above 1500 nm
};

template <class Visitor, DescribedAs<Options> Self>
void describe(Visitor&& visit, Self& options) {
  visit(Field{"fibre_db_per_km", "dB/km", "loss of the fibre", 0, 10}, options.fibre_db_per_km);
  visit(Field{"splice_loss_db", "dB", "loss of a splice", 0, 5}, options.splice_loss);
  visit(Field{"connector_loss_db", "dB", "loss of a connector", 0, 5}, options.connector_loss);
  visit(Field{"margin_db", "dB", "kept for ageing and repairs", 0, 20}, options.margin);
  visit(Field{"fibre_db_per_km_at_1550", "dB/km", "loss of the fibre for transceivers above 1500 nm", 0, 10},
        options.fibre_db_per_km_at_1550);
}

}  // namespace parktwin::wired::optical
