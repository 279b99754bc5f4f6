#include "engine/park/park.h"

namespace parktwin {

template class Part<Site>;
template class Part<Terrain>;
template class Part<Table<Zone>>;
template class Part<Table<Road>>;
template class Part<Table<Parcel>>;
template class Part<Table<Tree>>;
template class Part<Table<Building>>;
template class Part<Table<Enterprise>>;
template class Part<Table<Antenna>>;
template class Part<Table<RadioSite>>;
template class Part<Table<RadioCell>>;
template class Part<Table<Duct>>;
template class Part<Table<Cable>>;
template class Part<Table<NetworkNode>>;
template class Part<Table<NetworkLink>>;
template class Part<Table<NetworkService>>;
template class Part<Table<Bus>>;
template class Part<Table<PowerLine>>;
template class Part<Table<Transformer>>;
template class Part<Table<PowerLoad>>;
template class Part<Table<Generator>>;
template class Part<Table<Storage>>;
template class Part<Table<SharedService>>;
template class Part<Table<NetworkedScenario>>;
template class Part<Table<ConnectedAssets>>;
template class Part<Table<EvidenceDocument>>;
template class Part<Table<NetworkSlice>>;
template class Part<Table<AddressPrefix>>;
template class Part<Table<AccessRule>>;
template class Part<Table<TsnFlow>>;
template class Part<Table<IdentifierNode>>;
template class Part<Table<IdentifierApplication>>;
template class Part<Table<SharedResource>>;
template class Part<Weather>;
template class Part<Table<SupplyLink>>;
template class Part<Table<CloudPolicy>>;
template class Part<Table<DataCentre>>;
template class Part<Table<FactoryScenario>>;
template class Part<Table<NewModeUse>>;
template class Part<Table<ScenarioNeed>>;
template class Part<Table<ProcessStep>>;
template class Part<Table<Project>>;
template class Part<Table<ChargingStation>>;
template class Part<Table<ThermalUnit>>;
template class Part<Table<ColdDemand>>;
template class Part<Table<LoadFlexibility>>;

ContentHash content_hash_of(const Park& park) { return content_hash(park); }

}  // namespace parktwin
