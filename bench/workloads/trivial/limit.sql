select json_build_object('satker', (
  select json_build_object('code', k.code, 'name', k.name) from satkers k where k.code = $1))
