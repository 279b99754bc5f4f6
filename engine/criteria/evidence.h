#pragma once
// The evidence register: which documents of a clause hold on a given day, and why others do not.
#include <string>
#include <vector>

#include "engine/criteria/text.h"
#include "engine/criteria/verdict.h"
#include "engine/park/park.h"

namespace parktwin::criteria {

struct EvidenceState {
  std::vector<InputSource> valid;    ///< documents that hold, in the order of the register
  std::vector<InputSource> invalid;  ///< documents that do not
  Text reason;                       ///< why nothing is declared; empty when a document holds
};

/// A document holds when it has a number and an issuer, was issued by `assessed_on` and has not expired before it (its last day counts).
/// Dates are YYYY-MM-DD; a date that is none makes the document invalid, and a day of assessment that is none makes all of them invalid.
[[nodiscard]] EvidenceState evidence_for(const std::string& clause, const Park& park, const std::string& assessed_on);

}  // namespace parktwin::criteria
