import { Module, type OnModuleInit } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import { RemoveUser } from '../access/remove-user.service.js';
import { UserService } from '../access/user.service.js';
import { ClosureController } from './closure.controller.js';
import { ClosureService } from './closure.service.js';
import { DeliveryPointController } from './delivery-point.controller.js';
import { DeliveryPointService } from './delivery-point.service.js';
import { KeepDeliveryPoints } from './keep-delivery-points.service.js';
import { MunicipalitiesController } from './municipalities.controller.js';
import { PlaceGroupController } from './place-group.controller.js';
import { PlaceGroupService } from './place-group.service.js';
import { PlaceRecords } from './place-records.service.js';
import { RegisterLoader } from './register-loader.service.js';
import { Register } from './register.service.js';
import { WarehouseController } from './warehouse.controller.js';
import { WarehouseService } from './warehouse.service.js';

/** Where: the register, delivery points, warehouses, place groups and closures. */
@Module({
  imports: [AccessModule],
  controllers: [
    MunicipalitiesController,
    DeliveryPointController,
    WarehouseController,
    PlaceGroupController,
    ClosureController,
  ],
  providers: [
    Register,
    RegisterLoader,
    PlaceRecords,
    PlaceGroupService,
    DeliveryPointService,
    KeepDeliveryPoints,
    WarehouseService,
    ClosureService,
  ],
  exports: [
    Register,
    RegisterLoader,
    PlaceGroupService,
    DeliveryPointService,
    KeepDeliveryPoints,
    WarehouseService,
    ClosureService,
  ],
})
export class PlacesModule implements OnModuleInit {
  constructor(
    private readonly users: UserService,
    private readonly removeUser: RemoveUser,
    private readonly register: Register,
    private readonly warehouses: WarehouseService,
  ) {}

  onModuleInit(): void {
    this.users.registerScopeCheck((_, scopes) => {
      scopes.districtCodes?.forEach((code, index) => {
        this.register.codesAsked({ districtCode: code }, `districtCodes[${index}]`);
      });
      return Promise.resolve();
    });
    this.removeUser.registerReferrer(
      async (reader, userId) => (await this.warehouses.keptBy(reader, userId)).length > 0,
    );
  }
}
