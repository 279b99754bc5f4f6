#include "engine/simulators/wired/optical/fibre_length.h"

namespace parktwin::wired::optical {

FibreLength fibre_length(const Park& park, const NetworkLink& link) {
  if (link.length.value() > 0.0) return {link.length.value(), LengthSource::link};
  if (link.cable.valid()) {
    const Cable& cable = (*park.cables)[link.cable];
    if (cable.length.value() > 0.0) return {cable.length.value(), LengthSource::cable};
    double metres = 0.0;
    for (const Id<Duct> duct : cable.ducts) metres += length((*park.ducts)[duct].path);
    if (metres > 0.0) return {metres, LengthSource::ducts};
  }
  return {distance((*park.network_nodes)[link.from].position, (*park.network_nodes)[link.to].position), LengthSource::straight_line};
}

}  // namespace parktwin::wired::optical
