# a comment [
Creator "a test"
graph [
  directed 0
  node [
    id 0
    label "Nord &amp; S&#252;d"
    Longitude +120.7
    graphics [ x -1.5 y 2 center [ z 3 ] ]
  ]
  node [ id 5 label "two
lines" ]
  edge [ source 0 target 5 LinkSpeedRaw 1.0E9 id "e" ]
]
