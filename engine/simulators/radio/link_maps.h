#pragma once
// What a device at each map cell gets from its best server: RSRQ and RSSI (closed form of link/signal_quality.h: 12·RSRQ = 1 / (own load +
// 1/SINR)), rate down by SS-SINR and up by coupling loss (cell_links.h), and the probability that its level exceeds a threshold, from the
// deviation of shadow fading (link/location_probability.h); with shadow fading drawn the level is known, so 1 or 0. Rates are those of one
// device alone. Ignores gain of narrow traffic beams over the synchronisation signal's.
#include "engine/simulators/radio/radio.h"

namespace parktwin::radio {

/// Replaces the maps rsrq_db, rssi_dbm, throughput_down_mbit_s, throughput_up_mbit_s and location_probability from rsrp_dbm, sinr_db,
/// best_server and shadowing_deviation_db.
void put_link_maps(const Park& park, const Options& options, Result& result);

}  // namespace parktwin::radio
