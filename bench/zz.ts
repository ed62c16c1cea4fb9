import { orderLines } from './src/scene/orders.js'
import { mapOrders } from './src/races/map/ours.js'
const lines = orderLines(8000, 1)
for (let i=0;i<3;i++){ const t=performance.now(); await mapOrders(lines); console.log(8000/((performance.now()-t)/1000)) }
