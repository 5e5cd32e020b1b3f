/** 512 short words that are heard and spelt alike: nine bits each. The order is the code; a change of it changes nothing that was sealed. */
export const words: readonly string[] = `
  acorn actor adapt agent album alert alpine amber anchor angle ankle apple april apron arch arrow aspen atlas autumn
  axle bacon badge bagel baker bamboo banana banjo barley barn basil basin basket beach beacon beaver bell bench berry
  birch biscuit bishop blanket blossom boat bonnet border bottle bottom bowl bracket branch bread breeze brick bridge
  broom brush bubble bucket budget buffet bugle builder bundle burger bus butter button cabin cable cactus cake camel
  camera canal candle canoe canvas canyon carbon cargo carpet carrot castle cattle cedar cello cement centre chair chalk
  chapel cheese cherry chess chestnut chicken chimney church cider cinema circle circus clarinet clay cliff clinic clock
  cloud clover coach cobalt coconut coffee collar column comet compass concert copper coral corner cotton couch cousin
  cradle crane crater crayon cream cricket crocus crown crystal cuckoo cupboard curtain cushion cycle daisy dance deck
  deer denim desert desk diamond dinner dolphin donkey door dragon drawer drum duck eagle earth easel echo elbow elder
  elephant elm ember emerald engine envelope evening fabric falcon farm feather fence fennel fern ferry fiddle field fig
  finch flag flame flask flint float flour flute forest fossil fountain fox frame freckle fridge frost fruit funnel
  galaxy gallery garden garlic gate geese ginger giraffe glacier glass globe glove goat gold goose grape grass gravel
  guitar gull gutter hall hammer hamper harbour harp harvest hazel hedge helmet herb heron hill hockey holly honey hotel
  hummus hurdle iceberg igloo indigo ink iris island ivory ivy jacket jaguar jam jasmine jelly jewel jigsaw jockey jolly
  journey jug jungle juniper kayak kennel kettle keyhole kingdom kitchen kite kiwi knight koala ladder lagoon lake lamp
  lantern larch lark laundry lavender lawn leaf leather lemon lentil leopard letter lettuce library lily lime linen lion
  lizard lobster locket lorry lotus magnet magpie mango maple marble market marsh mayor meadow medal melon meteor
  midnight mill mineral minnow mirror mitten moat model monkey moon morning mosaic moss motor mountain muffin museum
  mustard napkin needle nephew nest nettle nickel noodle north notebook nutmeg oak oasis oatmeal ocean office olive
  onion opera orange orbit orchard orchid organ osprey otter oven owl oxygen oyster paddle paint palace palm pancake
  panda paper parade parcel park parrot parsley parsnip pasta pastry patio peach peanut pearl pebble pelican pencil
  penguin pepper petal phone piano picnic pigeon pillow pilot pine pirate pizza planet plate plum pocket poem polar pond
  pony poppy portrait potato pottery present prism puffin pumpkin puppet puzzle pyramid quarry quartz quay quilt rabbit
  radio radish raft rail rainbow raisin raven ribbon rice ring river robin rocket roof rope rose ruby rudder runway
  saddle saffron sail salad salmon sandal satin saturn saucer scarf school scooter seal season shadow sheep shell ship
  shirt shoe shovel silk silver singer sister skate slate sledge slipper snail snow soap sofa spade sparrow spider
  spinach spoon spring square squash stable stamp star station steam stone storm straw stream sugar summer sunset swan
  sweater table tailor teapot temple tent thistle thunder ticket tiger timber toast tomato topaz torch tower tractor
  train treacle trumpet tulip tunnel turnip turtle valley vanilla velvet village
`
  .trim()
  .split(/\s+/);
