#pragma once
// Scenarios, new modes and their needs in words: what they are called, and which need fails by how much.
#include "engine/criteria/text.h"
#include "engine/park/park.h"
#include "engine/run/needs.h"

namespace parktwin::criteria {

[[nodiscard]] Text word_of(ScenarioKind kind);
[[nodiscard]] Text word_of(FactoryScenarioKind kind);
[[nodiscard]] Text word_of(NewMode mode);

/// "Smart security (NSC-003)"; of a new mode "digital management at Name (E-001)".
[[nodiscard]] Text label_of(const needs::ScenarioOutcome& outcome, const Park& park);

/// "cameras: 200 of 260 work (76.92 %, 95 % needed); 60 late, up to 812 ms (400 ms allowed)".
[[nodiscard]] Text words_of(const needs::NeedOutcome& outcome, const Park& park);

/// Why a scenario does not work, with every need it misses; empty when it works.
[[nodiscard]] Text reason_of(const needs::ScenarioOutcome& outcome, const needs::Result& result, const Park& park);

}  // namespace parktwin::criteria
